"""A command that ends within its time, also where the system's card service never comes back.

A call into the service cannot be broken off. Where there is fork, the work is done in a child whose
output is the command's; when its time is up it is killed. Windows breaks off such calls itself.
"""

import ctypes
import os
import select
import signal
import sys
import traceback
from collections.abc import Callable

from hardware.commands.output import fail, heard
from hardware.errors import BadAnswer, DeviceTrouble

PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
LEAVING_SECONDS = 2.5  # for what was broken off: to log a token out, and to say so
GRACE_SECONDS = 0.5  # the work knows its time, too, and says more about what was late


def in_time(work: Callable[[], int], seconds: float) -> int:
    """The exit code of the work; BadAnswer pcsc.silent when it did not end in time."""
    if not hasattr(os, "fork"):
        return work()
    alive, held = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(alive)
        _die_with_parent()
        os._exit(_done(work))
    os.close(held)
    ended = False
    try:
        ended = _ends(alive, seconds + GRACE_SECONDS)
    except KeyboardInterrupt:  # the work says it, and what became of it
        os.kill(child, signal.SIGTERM)
        ended = _ends(alive, LEAVING_SECONDS)
    finally:
        os.close(alive)
        if not ended:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if not ended:
        raise BadAnswer("pcsc.silent")
    return os.waitstatus_to_exitcode(status)


def _ends(alive: int, seconds: float) -> bool:
    """Whether the child's end of the pipe is closed, with the child, within this time."""
    return bool(select.select([alive], [], [], seconds)[0])


def _die_with_parent() -> None:
    """Whoever kills the command kills the work, too, which may hear no signal any more."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)


def _done(work: Callable[[], int]) -> int:
    """The child goes back to nobody: whatever the work ends in becomes its exit code."""
    try:
        code = work()
    except DeviceTrouble as trouble:
        code = fail(trouble)
    except OSError as error:
        code = fail(DeviceTrouble("place.unusable", why=error.strerror or "?"))
    except KeyboardInterrupt:
        code = fail(DeviceTrouble("command.interrupted"))
    except BaseException:
        traceback.print_exc()
        code = 1
    return heard(code)
