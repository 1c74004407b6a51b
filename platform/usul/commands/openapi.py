"""Write the OpenAPI documents from the views, or say whether the committed ones are current."""

import argparse

from usul.boot import choose_settings

HELP = "Write the OpenAPI documents from the views; with --check say whether the committed ones are current."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit status 1 when a document is out of date"
    )


def run(options: argparse.Namespace) -> int:
    """Needs no server: the views are only described."""
    choose_settings()
    import django

    django.setup()
    from api.v1.document import PLACES, file_of, written

    stale = [place for place in PLACES if not file_of(place).exists() or file_of(place).read_text() != written(place)]
    for place in stale:
        if options.check:
            print(f"{file_of(place).name} is out of date: run `usul openapi`.")
        else:
            file_of(place).write_text(written(place))
            print(f"{file_of(place).name} written.")
    return 1 if options.check and stale else 0
