"""The supervisor with small programs: its log, its restarts, programs that cannot start, orphans."""

import io
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.platform.machine import alive, children_by_parent, wait_gone
from usul.env import EnvironmentFault
from usul.supervisor.child import PAUSES
from usul.supervisor.output import LONGEST_LINE, Lines, Output
from usul.supervisor.spec import Spec
from usul.supervisor.supervisor import StopRequested, Supervisor

pytestmark = pytest.mark.xdist_group("supervisor")


@pytest.fixture
def log() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def supervisor(log: io.StringIO) -> Iterator[Supervisor]:
    """A supervisor inside the test's own process; the signals of the test run are put back."""
    before = {
        number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD)
    }
    with Supervisor(Output(log)) as running:
        yield running
    for number, handler in before.items():
        signal.signal(number, handler)


def program(name: str, code: str, **more: object) -> Spec:
    return Spec(name, (sys.executable, "-u", "-c", code), Path("/"), **more)  # type: ignore[arg-type]


def heard(supervisor: Supervisor, log: io.StringIO, text: str, *, times: int = 1) -> bool:
    return supervisor.wait_until(lambda: log.getvalue().count(text) >= times, seconds=10)


def test_lines_of_all_programs_come_in_one_stream_with_their_names(supervisor: Supervisor, log: io.StringIO) -> None:
    supervisor.start(
        program("first", "import sys, time; print('to stdout'); print('to stderr', file=sys.stderr); time.sleep(60)")
    )
    supervisor.start(program("second", "import time; print('куттуу болсун'); time.sleep(60)", quiet=("never",)))
    assert heard(supervisor, log, "to stderr")
    assert heard(supervisor, log, "куттуу")
    assert sorted(log.getvalue().splitlines()) == [
        "first    | to stderr",
        "first    | to stdout",
        "second   | куттуу болсун",
    ]


def test_known_noise_is_left_out(supervisor: Supervisor, log: io.StringIO) -> None:
    supervisor.start(
        program("one", "import time; print('a WARNING of no use'); print('end'); time.sleep(60)", quiet=("no use",))
    )
    assert heard(supervisor, log, "end")
    assert log.getvalue() == "one      | end\n"


def test_an_overlong_line_is_cut_and_the_rest_is_not_lost() -> None:
    lines = Lines()
    assert lines.feed(b"a\nb") == ["a"]
    assert lines.feed(b"c\n") == ["bc"]
    assert [len(line) for line in lines.feed(b"x" * (LONGEST_LINE + 1))] == [LONGEST_LINE + 1]
    assert lines.feed(b"last") == []
    assert lines.end() == ["last"]
    assert lines.end() == []


def test_a_program_that_keeps_dying_is_started_ever_later(supervisor: Supervisor, log: io.StringIO) -> None:
    supervisor.start(program("frail", "raise SystemExit(3)"))
    assert heard(supervisor, log, "frail", times=2)
    lines = log.getvalue().splitlines()
    assert lines[0] == f"frail    | stopped: exit status 3; starts again in {PAUSES[0]:g} s"
    assert lines[1] == f"frail    | stopped: exit status 3; starts again in {PAUSES[1]:g} s"


def test_a_program_that_cannot_start_is_named_with_its_messages(supervisor: Supervisor, log: io.StringIO) -> None:
    supervisor.output.hold()
    supervisor.start(program("broken", "print('no such table'); raise SystemExit(1)", is_ready=lambda: False))
    with pytest.raises(EnvironmentFault, match="broken does not start"):
        supervisor.wait_ready("broken", seconds=20)
    assert "no such table" in log.getvalue()


def test_a_missing_program_is_reported_by_its_path(supervisor: Supervisor, log: io.StringIO) -> None:
    supervisor.start(Spec("ghost", ("/nonexistent/ghost",), Path("/")))
    assert heard(supervisor, log, "cannot start /nonexistent/ghost")


def test_higher_layers_stop_first_and_stubborn_programs_are_killed(log: io.StringIO, supervisor: Supervisor) -> None:
    polite = "import signal, sys, time\nsignal.signal(15, lambda *_: (print('goodbye'), sys.exit()))\nprint('up')\ntime.sleep(60)"
    deaf = (
        "import signal, time\nsignal.signal(15, lambda *_: print('not yet'))\nprint('up')\nwhile True: time.sleep(60)"
    )
    supervisor.start(program("server", polite, layer=0))
    supervisor.start(program("client", deaf, layer=1, patience=0.3))
    assert heard(supervisor, log, "up", times=2)
    pids = [child.pid for child in supervisor.children.values()]
    supervisor.stop()
    assert log.getvalue().index("not yet") < log.getvalue().index("goodbye")
    assert alive([pid for pid in pids if pid]) == []


def test_what_a_killed_program_leaves_behind_is_ended(supervisor: Supervisor, log: io.StringIO) -> None:
    code = "import subprocess, time; subprocess.Popen(['sleep', '987654']); print('up'); time.sleep(60)"
    supervisor.start(program("parent", code))
    assert heard(supervisor, log, "up")
    pid = supervisor.children["parent"].pid
    assert pid is not None
    grandchildren = children_by_parent()[pid]
    assert len(grandchildren) == 1
    os.kill(pid, signal.SIGKILL)
    assert heard(supervisor, log, "killed by SIGKILL")
    assert wait_gone(grandchildren, seconds=5) == []


def test_ctrl_c_ends_the_wait(supervisor: Supervisor) -> None:
    supervisor.start(program("slow", "import time; time.sleep(60)", is_ready=lambda: False))
    began = time.monotonic()
    os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(StopRequested):
        supervisor.wait_ready("slow", seconds=30)
    assert time.monotonic() - began < 5
