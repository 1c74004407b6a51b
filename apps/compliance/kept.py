"""Which checks of the rulebook the product can judge: those whose records schools keep here.

A check joins when its record types have a home; judged without records it would call every school late.
"""

BODIES = ("AS-1", "AS-2", "AS-3", "AS-4", "AS-5", "AS-6", "AS-7")
HEADS = ("HD-1", "HD-2", "HD-3", "HD-4", "HD-5", "HD-7", "HD-8")
PLANS = ("PL-1", "PL-2", "PL-3", "PL-4", "PL-5", "PL-6", "PL-7", "PL-8", "PL-9")
SITTINGS = ("ST-1", "ST-2", "ST-3", "ST-4", "ST-5", "ST-6")
COUNCILS = (
    "CN-1",
    "CN-2",
    "CN-3",
    "CN-4",
    "CN-5",
    "CN-6",
    "CN-7",
    "CN-8",
    "CN-9",
    "CN-10",
    "CN-11",
    "CN-12",
    "CN-13",
    "CN-14",
    "CN-15",
)
PAPERS = ("HD-6", "RP-1", "AP-1", "MT-7", "CN-16", "CN-17")
WORK = ("MT-1", "MT-2", "MT-3", "MT-4", "MT-5", "MT-6", "AC-1")
CHARTERS = ("CH-1", "AK-1")
DOSSIERS = ("DS-1", "DS-2", "AR-1", "AR-2", "AR-3")
HEAD_OF_STUDIES = ("HS-1", "HS-2", "HS-3", "HS-4")
KEPT_CHECKS = frozenset(
    {*BODIES, *HEADS, *PLANS, *SITTINGS, *COUNCILS, *WORK, *PAPERS, *CHARTERS, *DOSSIERS, *HEAD_OF_STUDIES}
)
