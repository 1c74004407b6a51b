"""One stream for the logs of several programs: each line under the coloured name of its program."""

import collections
import sys
from typing import TextIO

from usul.env import process_environment

COLOURS = (36, 33, 32, 35, 34, 31)
KEPT_LINES = 400
LONGEST_LINE = 100_000


class Output:
    """Writes lines as `name | text`.

    While held back it only keeps the last lines, for the case that something fails.
    """

    def __init__(self, stream: TextIO = sys.stdout) -> None:
        self.stream = stream
        self.coloured = stream.isatty() and "NO_COLOR" not in process_environment()
        self._colours: dict[str, int] = {}
        self._kept: collections.deque[tuple[str, str]] = collections.deque(maxlen=KEPT_LINES)
        self._held = False

    def hold(self) -> None:
        """Keep lines back from now on."""
        self._held = True

    def release(self) -> None:
        """Write again from now on; what was kept back is forgotten."""
        self._held = False
        self._kept.clear()

    def show_kept(self, name: str) -> None:
        """Write the last lines of the program `name` that were kept back."""
        for line in [line for whose, line in self._kept if whose == name]:
            self._write(line)

    def line(self, name: str, text: str) -> None:
        """Write one line of the program `name`."""
        head = f"{name:<8} | "
        if self.coloured:
            colour = self._colours.setdefault(name, COLOURS[len(self._colours) % len(COLOURS)])
            head = f"\x1b[{colour}m{head}\x1b[0m"
        line = f"{head}{text}"
        if self._held:
            self._kept.append((name, line))
        else:
            self._write(line)

    def _write(self, line: str) -> None:
        try:
            print(line, file=self.stream, flush=True)
        except (BrokenPipeError, ValueError):  # nobody reads any more; the programs go on
            self.stream = sys.stderr


class Lines:
    """Cuts the bytes of one program into lines."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[str]:
        """The lines that are complete with `data`; an overlong one is cut."""
        *whole, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST_LINE:
            whole.append(self._rest)
            self._rest = b""
        return [line.decode("utf-8", "replace").rstrip("\r") for line in whole]

    def end(self) -> list[str]:
        """What is left when the program has closed its streams."""
        rest, self._rest = self._rest, b""
        return [rest.decode("utf-8", "replace")] if rest else []
