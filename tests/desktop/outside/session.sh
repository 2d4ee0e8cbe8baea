#!/bin/sh
# Start the program on a screen of its own with a window manager, run the client beside it, end both.
# $1 the project's Python, $2 the client as a module, the rest its arguments.
python=$1; client=$2; shift 2
openbox & manager=$!
"$python" -m iomsa_desktop.main & program=$!
/usr/bin/python3 -W ignore -m "$client" "$@"; result=$?
kill $program $manager
exit $result
