"""A command that ends within its time, also where the system's card service never comes back.

A call into the service cannot be broken off. Where there is fork, the work is done in a child whose
output is the command's; when its time is up it is killed. Windows breaks off such calls itself.
"""

import os
import select
import signal
import traceback
from collections.abc import Callable

from hardware.commands.output import fail, heard
from hardware.errors import BadAnswer, DeviceTrouble

GRACE_SECONDS = 0.5  # the work knows its time, too, and says more about what was late


def in_time(work: Callable[[], int], seconds: float) -> int:
    """The exit code of the work; BadAnswer pcsc.silent when it did not end in time."""
    if not hasattr(os, "fork"):
        return work()
    alive, held = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(alive)
        os._exit(_done(work))
    os.close(held)
    try:
        if not select.select([alive], [], [], seconds + GRACE_SECONDS)[0]:  # closed with the child
            os.kill(child, signal.SIGKILL)
            raise BadAnswer("pcsc.silent")
    finally:
        os.close(alive)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _done(work: Callable[[], int]) -> int:
    """The child goes back to nobody: whatever the work ends in becomes its exit code."""
    try:
        code = work()
    except DeviceTrouble as trouble:
        code = fail(trouble)
    except OSError as error:
        code = fail(DeviceTrouble("place.unusable", why=error.strerror or "?"))
    except KeyboardInterrupt:
        code = 0
    except BaseException:
        traceback.print_exc()
        code = 1
    return heard(code)
