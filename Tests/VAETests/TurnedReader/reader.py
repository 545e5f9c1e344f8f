#!/usr/bin/python3
"""Answers as no reader does, in the way that the question names."""
import signal, socket, struct, sys


def frame(sign, body):
    return sign + struct.pack("<I", len(body)) + body


pipe = socket.socket(fileno=0)
pipe.sendall(frame(b"E", b'<reader versions="1" limits="own"/>'))
way = pipe.recv(64)[1:].rstrip(b"\0").decode()
if way == "deaf":
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True:
        pass
part = {"empty": frame(b"B", b"") * 100_000, "bytes": frame(b"B", b"x" * (1 << 20)), "elements": frame(b"E", b"<c/>") * 1000}
while True:
    pipe.sendall(part[way])
