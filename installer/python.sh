# Names in $python the Python 3.11 that set-up runs on: the system's own if it is one.
for python in /usr/bin/python3 python3.11 python3; do
    if "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        return 0
    fi
done
echo '{"error": "set-up.python", "message": "There is no Python 3.11 here.", "remedy": "Install python3.11; Debian 12 has it as python3."}' >&2
exit 2
