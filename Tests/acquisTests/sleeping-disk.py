"""Mounts a disk that lists a file and never gives its bytes: `sleeping-disk.py FOLDER`."""
import errno, stat, sys, time
from fuse import FUSE, FuseOSError, Operations


class Sleeping(Operations):
    def getattr(self, path, fh=None):
        if path == "/": return dict(st_mode=stat.S_IFDIR | 0o755, st_nlink=2)
        if path == "/lent.pdf": return dict(st_mode=stat.S_IFREG | 0o644, st_nlink=1, st_size=1000, st_mtime=1.6e9, st_ctime=1.6e9)
        raise FuseOSError(errno.ENOENT)

    def readdir(self, path, fh): return [".", "..", "lent.pdf"]
    def open(self, path, flags): return 1
    def read(self, path, size, offset, fh): time.sleep(300)


FUSE(Sleeping(), sys.argv[1], foreground=True)
