"""A maker's library in a process of its own: it may hang, crash, print or litter there.

Facts: idcard 3.6. The process has a new, empty, private working and temp folder, no standard
streams, a small environment, and answers on a pipe of its own. What lasts too long is killed with
its whole process group; the next question starts it anew.
"""

import base64
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import Any

from hardware.clock import Clock, SystemClock
from hardware.errors import BadAnswer, NoDevice
from hardware.transports.child_pipes import ChildPipes, Closed
from hardware.transports.left_beside import LeftBeside
from hardware.transports.library_file import check_fits
from hardware.transports.private_folder import PrivateFolder
from hardware.transports.process_group import ProcessGroup

TREE = Path(__file__).parents[2]
QUESTION_CAP = 32 * 1024  # a pipe holds more, so writing one never waits
ANSWER_CAP = 4 * 1024 * 1024
# No user's or working folder's modules, no site, no bytecode; good for an embedded Python, too.
ALONE = ("-I", "-S", "-B", "-X", "utf8")
BOOT = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1));"
    "runpy.run_module(sys.argv.pop(1), run_name='__main__')"
)
# What a worker says of the library before it can be asked anything; NoDevice, as if unplugged.
LOADING = frozenset({"library.unloadable", "library.not-known", "library.wrong-bits"})


class LibraryProcess:
    """`hardware.workers.WORKER` (or a module's full name) with one library; started when asked.

    `helper` is the Python that runs it, ours where None: a 32-bit library needs a 32-bit one.
    `options` reach the worker with every start. `keep_files`: what the library drops stays until
    close(), for libraries that look for their own files again; else it goes after each question.
    `drops_persons`: what it leaves outside its folder under the names of readers' files goes, too.
    """

    def __init__(
        self,
        library: Path,
        worker: str,
        seconds: float,
        *,
        helper: Path | None = None,
        options: dict[str, Any] | None = None,
        keep_files: bool = False,
        drops_persons: bool = False,
        clock: Clock | None = None,
    ) -> None:
        self._library = library.absolute()
        self._worker = worker
        self._seconds = seconds
        self._helper = helper
        self._options = options or {}
        self._keep_files = keep_files
        self._drops_persons = drops_persons
        self._clock = clock or SystemClock()
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._pipes: ChildPipes | None = None
        self._folder: PrivateFolder | None = None
        self._group: ProcessGroup | None = None

    @property
    def running(self) -> bool:
        """Whether the last question left a process behind that can be asked again."""
        return self._process is not None

    def ask(self, question: dict[str, Any], seconds: float | None = None) -> dict[str, Any]:
        """The worker's answer; NoDevice or BadAnswer library.* when there is none in time."""
        line = json.dumps(question).encode("ascii") + b"\n"
        if len(line) > QUESTION_CAP:
            raise ValueError("question too long")
        with self._one_at_a_time:
            limit = self._seconds if seconds is None else seconds
            end = self._clock.monotonic() + limit
            beside = LeftBeside(self._library) if self._drops_persons else None
            try:
                return self._asked(line, end, limit)
            except BaseException:
                self._end()
                raise
            finally:
                if beside is not None:
                    beside.remove()

    def close(self) -> None:
        """Killed where it runs, nothing left; may be asked again."""
        with self._one_at_a_time:
            self._end()

    def _asked(self, line: bytes, end: float, limit: float) -> dict[str, Any]:
        if self._group is not None and self._group.is_dead():
            self._end()  # it ended by itself between two questions, of which it has answered all
        if self._process is None:
            self._start()
            self._loaded(self._answer(end, limit))
        assert self._pipes is not None  # noqa: S101 - for the type checker; _start made them
        self._empty_folder()
        try:
            self._pipes.write(line)
        except Closed:
            raise self._crashed() from None
        answer = self._answer(end, limit)
        self._empty_folder()
        return answer

    def _start(self) -> None:
        interpreter = self._helper or Path(sys.executable)
        check_fits(self._library, interpreter.resolve())
        try:
            self._folder, self._pipes = PrivateFolder(), ChildPipes(self._clock)
        except OSError as trouble:
            raise BadAnswer("place.unusable", why=trouble.strerror or "?") from None
        ends = self._pipes.for_child()
        try:
            self._process = subprocess.Popen(
                self._command(interpreter, ends),
                cwd=self._folder.work,
                env=self._environment(self._folder),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                close_fds=True,
                umask=0o077 if sys.platform != "win32" else -1,
                start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                **_handed_over(ends),
            )
        except OSError:
            raise NoDevice("library.no-helper", file=interpreter.name) from None
        self._group = ProcessGroup(self._process)
        self._pipes.started(self._group.is_dead)

    def _command(self, interpreter: Path, ends: tuple[int, ...]) -> list[str]:
        options = base64.urlsafe_b64encode(json.dumps(self._options).encode("ascii")).decode()
        module = self._worker if "." in self._worker else f"hardware.workers.{self._worker}"
        told = [str(TREE), module, str(self._library), options, *map(str, ends)]
        return [str(interpreter), *ALONE, "-c", BOOT, *told]

    def _environment(self, folder: PrivateFolder) -> dict[str, str]:
        """No more than the interpreter and the library's own parts need."""
        private = dict.fromkeys(("TMP", "TEMP", "TMPDIR"), str(folder.temp))
        private |= dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), "")
        private |= {name: str(folder.work) for name in private if not private[name]}
        return {**self._system(), **private}

    def _system(self) -> dict[str, str]:
        """Where the system's own parts lie, and the parts that lie beside the library."""
        beside = str(self._library.parent)
        if sys.platform == "win32":
            kept = {name: os.environ.get(name, "") for name in ("SYSTEMROOT", "SYSTEMDRIVE")}
            return {**kept, "PATH": os.pathsep.join((beside, os.environ.get("PATH", "")))}
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": beside}

    def _answer(self, end: float, limit: float) -> dict[str, Any]:
        assert self._pipes is not None  # noqa: S101 - for the type checker
        try:
            line = self._pipes.read_line(end, ANSWER_CAP)
            if line is None:
                raise BadAnswer("library.hung", file=self._library.name, seconds=round(limit))
            answer = json.loads(line)
            if not isinstance(answer, dict):
                raise ValueError("not an object")
        except Closed:
            raise self._crashed() from None
        except (ValueError, RecursionError):
            raise BadAnswer("library.garbled", file=self._library.name) from None
        return answer

    def _loaded(self, answer: dict[str, Any]) -> None:
        """The worker's first line: that it has the library, or why not."""
        trouble = answer.get("trouble")
        if trouble in LOADING:
            known = {name: answer[name] for name in ("why", "bits", "ours") if name in answer}
            raise NoDevice(trouble, file=self._library.name, **known)
        if trouble:
            raise BadAnswer("library.garbled", file=self._library.name)

    def _crashed(self) -> BadAnswer:
        """Killed first: that no longer changes how it ended, if it did, and nothing lives on."""
        if self._group is not None:
            self._group.kill()
        code = self._process.returncode if self._process is not None else None
        return BadAnswer("library.crashed", file=self._library.name, how=_how(code))

    def _empty_folder(self) -> None:
        if self._folder is not None and not self._keep_files:
            self._folder.empty()

    def _end(self) -> None:
        """The whole group is killed, also where its head is dead already; then the folder goes."""
        if self._group is not None:
            self._group.kill()
        if self._pipes is not None:
            self._pipes.close()
        if self._folder is not None:
            self._folder.remove()
        self._process = self._pipes = self._folder = self._group = None


def _handed_over(ends: tuple[int, ...]) -> dict[str, Any]:
    """How Popen hands our pipes to the child, and nothing else."""
    if sys.platform != "win32":
        return {"pass_fds": ends}
    return {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": list(ends)})}


def _how(code: int | None) -> str:
    """How a process ended, in the system's words."""
    if code is None:
        return "?"
    if code >= 0:
        return f"exit {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
