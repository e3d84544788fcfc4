"""A child with all the children it may have: killed together.

POSIX: its process group. Windows: a job object, which also ends with us (written, not run).
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress

WAIT_SECONDS = 2
KILL_ON_JOB_CLOSE = 0x2000
EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
LIMITS_SIZE, FLAGS_AT = 144, 16  # of that structure, 64-bit; 112 bytes on 32-bit


class ProcessGroup:
    """Made right after the start of its head, which leads a session of its own."""

    def __init__(self, head: subprocess.Popen[bytes]) -> None:
        self._head = head
        self._job = _windows_job(head) if sys.platform == "win32" else 0

    def is_dead(self) -> bool:
        """Whether the head has ended; it stays a zombie, so that its number is not given anew."""
        if sys.platform == "win32":
            return self._head.poll() is not None
        how = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self._head.pid, how) is not None

    def kill(self) -> None:
        """All of it, hard; the head is waited for, so that no zombie stays."""
        if sys.platform == "win32":
            _close_job(self._job)
            self._head.kill()
        else:
            with suppress(OSError):  # nobody is left in it
                os.killpg(self._head.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):  # asleep in a driver; the system reaps it
            self._head.wait(WAIT_SECONDS)


def _windows_job(head: subprocess.Popen[bytes]) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    size = LIMITS_SIZE if ctypes.sizeof(ctypes.c_void_p) == 8 else 112
    limits = ctypes.create_string_buffer(size)
    limits[FLAGS_AT : FLAGS_AT + 4] = KILL_ON_JOB_CLOSE.to_bytes(4, "little")
    job_handle = ctypes.c_void_p(job)
    kernel.SetInformationJobObject(job_handle, EXTENDED_LIMITS, limits, size)
    kernel.AssignProcessToJobObject(job_handle, ctypes.c_void_p(int(head._handle)))
    return int(job or 0)


def _close_job(job: int) -> None:
    if sys.platform == "win32" and job:
        import ctypes

        ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(job))
