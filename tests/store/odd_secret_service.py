"""A D-Bus secret service that never answers, or has no default collection (G20)."""

import sys

from jeepney import HeaderFields, MessageType, message_bus, new_method_return
from jeepney.io.blocking import open_dbus_connection

fault = sys.argv[1]
with open_dbus_connection() as line:
    line.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
    print("ready", flush=True)
    while True:
        message = line.receive()
        if message.header.message_type is not MessageType.method_call or fault == "silent":
            continue
        if message.header.fields.get(HeaderFields.member) == "ReadAlias":
            line.send(new_method_return(message, "o", ("/",)))
