"""Small policies for tests."""

from datetime import date

from apps.rulebook.enums import CouncilKind, Layer
from apps.rulebook.module_files import module
from apps.rulebook.policy import CharterVersion, FrameValue, ModuleUse, Source, questions
from tests.rulebook.conftest import LONG_AGO, day

MK, IMK = CouncilKind.METHODICAL, CouncilKind.SCIENTIFIC_METHODICAL
TODAY = day(2, 1)


def version(*codes, **more):
    return CharterVersion(
        **({"id": "v", "valid_from": LONG_AGO, "modules": tuple(ModuleUse(module(code)) for code in codes)} | more)
    )


def frame(bound, parameter, value, layer=Layer.DISTRICT, **more):
    source = more.pop("source", Source(act="Order 12", article="art. 3", verified_on=day(1, 10), verified_by="officer"))
    return FrameValue(
        **(
            {
                "id": f"{layer.value}-{bound.value}",
                "layer": layer,
                "bound": bound,
                "parameter": parameter,
                "value": value,
                "valid_from": date(2024, 1, 1),
                "source": source,
            }
            | more
        )
    )


def resolved(policy, parameter, on=TODAY, council=None):
    return policy.at(on, council).get(parameter)


def codes_of(policy, on=TODAY, council=None):
    return [row.code for row in questions(policy, on, council)]
