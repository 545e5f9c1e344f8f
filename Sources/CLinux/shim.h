// What Linux has beyond POSIX, and the Glibc module therefore does not show.

/// syncfs(2): waits until what was written on the file system of a descriptor is durable.
int syncfs(int descriptor);
