#define _GNU_SOURCE
#include "CChannel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

int channel_start(const char *program, pid_t *process, int *mine) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error == 0) error = posix_spawnattr_init(&attributes);
  // A group of its own: what a person types to stop the tool does not stop a reader in the middle of a file.
  if (error == 0)
    error = posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  // The threads that start it may hold signals back: those of its limits must reach it.
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if (error == 0) error = posix_spawnattr_setsigmask(&attributes, &none);
  if (error == 0) error = posix_spawnattr_setsigdefault(&attributes, &all);
  if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
  if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  if (error == 0) {
    char *const arguments[] = {(char *)"acquis-reader", NULL};
    char *const environment[] = {(char *)"LC_ALL=C.UTF-8", (char *)"TZ=UTC", (char *)"OMP_THREAD_LIMIT=1", (char *)"SWIFT_BACKTRACE=enable=no", NULL};
    error = posix_spawn(process, program, &actions, &attributes, arguments, environment);
  }
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    return error;
  }
  *mine = ends[0];
  return 0;
}

struct question {
  unsigned char kind;
  char word[CHANNEL_WORD];
};

int channel_hand(int socket, unsigned char kind, const char *word, int descriptor) {
  struct question question = {.kind = kind};
  strncpy(question.word, word, CHANNEL_WORD - 1);
  struct iovec part = {&question, sizeof question};
  char room[CMSG_SPACE(sizeof(int))] = {0};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
  return sendmsg(socket, &message, MSG_NOSIGNAL) == sizeof question ? 0 : errno;
}

int channel_take(int socket, unsigned char *kind, char word[CHANNEL_WORD], int *descriptor) {
  struct question question;
  struct iovec part = {&question, sizeof question};
  char room[CMSG_SPACE(sizeof(int))] = {0};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
  ssize_t count;
  do count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  while (count < 0 && errno == EINTR);
  if (count <= 0) return (int)count;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (count != sizeof question || !header || header->cmsg_type != SCM_RIGHTS) return -1;
  *kind = question.kind;
  memcpy(word, question.word, CHANNEL_WORD);
  word[CHANNEL_WORD - 1] = 0;
  memcpy(descriptor, CMSG_DATA(header), sizeof(int));
  return 1;
}

int channel_wait(int socket, int milliseconds) {
  struct pollfd one = {socket, POLLIN, 0};
  int ready;
  do ready = poll(&one, 1, milliseconds);
  while (ready < 0 && errno == EINTR);
  return ready > 0;
}

long channel_effort(pid_t process) {
  clockid_t clock;
  struct timespec used;
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &used) != 0) return -1;
  return used.tv_sec * 1000 + used.tv_nsec / 1000000;
}
