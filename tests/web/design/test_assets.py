"""Style sheets, scripts, sprite and manifest: small, layered, without anything from elsewhere."""

import gzip
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from apps.web.blocks.icons import icon_names

STATIC = Path(__file__).resolve().parents[3] / "apps" / "web" / "static" / "usul"
SHEETS = ("tokens", "usul", "components", "data")
LAYERS = ["reset", "tokens", "base", "layout", "components", "utilities", "print"]
# as they travel: compressed, once, then cached under their hashed names
CSS_LIMIT = 20_000
JS_LIMIT = 8_000
LIVE_LIMIT = 6_000


def sheet(name: str) -> str:
    return (STATIC / "css" / f"{name}.css").read_text(encoding="utf-8")


def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.S)


def test_layers_are_declared_once_and_in_order() -> None:
    declared = re.search(r"@layer ([^;{]+);", sheet("tokens"))
    assert declared is not None
    assert declared.group(1).split(", ") == LAYERS
    used = {name for part in SHEETS for name in re.findall(r"@layer (\w+) \{", sheet(part))}
    assert used == set(LAYERS)


@pytest.mark.parametrize("name", SHEETS)
def test_sheet_is_balanced(name: str) -> None:
    text = without_comments(sheet(name))
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("name", ["usul", "components", "data"])
def test_colours_live_in_the_tokens(name: str) -> None:
    text = without_comments(sheet(name))
    screen = text[: text.index("@layer print {")] if "@layer print {" in text else text
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", screen) == []


@pytest.mark.parametrize("name", SHEETS)
def test_only_logical_directions(name: str) -> None:
    text = without_comments(sheet(name))
    physical = (
        r"[ {;](?:margin|padding|border|inset)-(?:left|right|top|bottom)|[ {;](?:left|right|top|bottom|width|height): "
    )
    assert re.findall(physical, text) == []


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_is_fetched_from_elsewhere(name: str) -> None:
    assert re.findall(r"@import|url\(|@font-face", sheet(name)) == []


def test_every_used_property_is_a_token() -> None:
    css = "".join(without_comments(sheet(name)) for name in SHEETS)
    defined = set(re.findall(r"--([\w-]+)\s*:", css))
    used = set(re.findall(r"var\(--([\w-]+)", css))
    assert used - defined == set()


def test_every_token_is_used() -> None:
    css = "".join(without_comments(sheet(name)) for name in SHEETS) + (STATIC / "img" / "icons.svg").read_text()
    defined = set(re.findall(r"--([\w-]+)\s*:", without_comments(sheet("tokens"))))
    assert defined - set(re.findall(r"var\(--([\w-]+)", css)) == set()


def test_weight() -> None:
    """The live page and its worker are loaded there and nowhere else; they have a limit of their own."""
    scripts = {path.stem: len(gzip.compress(path.read_bytes())) for path in (STATIC / "js").glob("*.js")}
    live = sum(scripts.pop(name) for name in ("live", "live-worker"))
    assert sum(len(gzip.compress(sheet(name).encode())) for name in SHEETS) < CSS_LIMIT
    assert sum(scripts.values()) < JS_LIMIT
    assert live < LIVE_LIMIT


def test_every_class_of_a_component_is_styled() -> None:
    """A class in a template that no sheet knows is a misspelling; hooks for scripts are data attributes."""
    css = "".join(sheet(name) for name in (*SHEETS, "live", "design"))
    known = set(re.findall(r"\.([a-zA-Z][\w-]*)", without_comments(css)))
    unknown = set()
    for template in (STATIC.parents[1] / "templates").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        text = re.sub(r"\{\{.*?\}\}", "\0", re.sub(r"\{%.*?%\}", " ", text))
        for value in re.findall(r'class="([^"]*)"', text):
            unknown |= {(template.name, name) for name in value.split() if "\0" not in name and name not in known}
    assert unknown == set()


@pytest.mark.parametrize("path", sorted((STATIC / "js").glob("*.js")), ids=lambda path: path.name)
def test_scripts_obey_the_content_policy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\beval\(|new Function|innerHTML|outerHTML|document\.write|\.style\.", text) == []
    assert re.findall(r"https?://", text) == []


def test_sprite_is_well_formed_and_plain() -> None:
    source = (STATIC / "img" / "icons.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(source)
    symbols = list(root)
    assert {symbol.get("viewBox") for symbol in symbols} == {"0 0 24 24"}
    assert len(symbols) == len(icon_names()) >= 60
    assert "style" not in source
    assert "<script" not in source


def test_manifest_names_files_that_exist() -> None:
    manifest = json.loads((STATIC / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["lang"] == "ky"
    for icon in manifest["icons"]:
        assert (STATIC / icon["src"]).is_file()
