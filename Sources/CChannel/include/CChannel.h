// What a tool and its reader say to one another, and the doors that the reader shuts on itself.
#ifndef CCHANNEL_H
#define CCHANNEL_H

#include <stddef.h>
#include <sys/types.h>

/// Starts a reader whose standard input is one end of a new pair of sockets. Gives 0, or the error.
int channel_start(const char *program, pid_t *process, int *socket);

/// The longest word that goes with a descriptor, its final zero included.
#define CHANNEL_WORD 63

/// Hands a descriptor over, with its kind and a word that is cut where it is too long. Gives 0 when it went.
int channel_hand(int socket, unsigned char kind, const char *word, int descriptor);

/// Waits for a descriptor. Gives 1 when it came, 0 at the end, -1 on an error.
int channel_take(int socket, unsigned char *kind, char word[CHANNEL_WORD], int *descriptor);

/// Waits at most so many milliseconds for something to read. Gives 1 when there is, 0 when the time is over.
int channel_wait(int socket, int milliseconds);

/// The processor time that a process has used, in milliseconds; -1 when it cannot be told.
long channel_effort(pid_t process);

/// How a reader ends when it has asked for more than its memory.
#define READER_OUT_OF_MEMORY 3

/// Bounds the reader: bytes of memory; no file, no core, no life after the tool. Gives 1 when the machine allows less.
int reader_bound(size_t memory);

/// Lowers the memory that it may take from now on.
void reader_room(size_t memory);

/// Gives it so many seconds of processor from now on.
int reader_allow(unsigned seconds);

/// Shuts the doors: no file, no network, no process. Gives 0 once they are shut.
int reader_shut(void);

#endif
