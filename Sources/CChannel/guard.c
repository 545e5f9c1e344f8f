#define _GNU_SOURCE
#include "CChannel.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int bound(int kind, rlim_t wanted) {
  struct rlimit limit;
  if (getrlimit(kind, &limit) != 0) return 1;
  int isLess = limit.rlim_max != RLIM_INFINITY && limit.rlim_max < wanted;
  if (!isLess) limit.rlim_cur = limit.rlim_max = wanted;
  setrlimit(kind, &limit);
  return isLess;
}

static size_t most;

// A program that cannot have its memory traps: that is a limit of ours, and no fault of its own.
static void trapped(int signal) {
  struct rusage use;
  if (getrusage(RUSAGE_SELF, &use) == 0 && (size_t)use.ru_maxrss * 1024 > most / 4 * 3) _exit(READER_OUT_OF_MEMORY);
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigaction(signal, &usual, NULL);
  raise(signal);
}

static void listen_to_traps(void) {
  static char room[1 << 16];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = trapped, .sa_flags = SA_ONSTACK | SA_NODEFER};
  int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS};
  for (size_t index = 0; index < sizeof signals / sizeof *signals; index += 1) sigaction(signals[index], &action, NULL);
}

// The kernel’s own word for the death of a parent is that of the thread which started us: threads come and go.
static void heard(int signal) {
  (void)signal;
  char next;
  int before = errno;
  if (recv(0, &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0) _exit(0);
  errno = before;
}

// In the middle of a file too: once the tool has gone, the other end of the socket is closed.
static void listen_to_the_tool(void) {
  struct sigaction action = {.sa_handler = heard, .sa_flags = SA_RESTART};
  sigaction(SIGIO, &action, NULL);
  fcntl(0, F_SETOWN, getpid());
  fcntl(0, F_SETFL, fcntl(0, F_GETFL) | O_ASYNC);
}

int reader_bound(size_t memory) {
  listen_to_traps();
  listen_to_the_tool();
  // Standard error is the tool’s own: what a library has to say there is said to nobody.
  close_range(2, ~0U, 0);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_FSIZE, 0);
  return bound(RLIMIT_DATA, memory);
}

void reader_room(size_t memory) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_DATA, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max < memory ? limit.rlim_max : memory;
  most = limit.rlim_cur;
  setrlimit(RLIMIT_DATA, &limit);
}

int reader_allow(unsigned seconds) {
  struct timespec used;
  struct rlimit limit;
  if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return 1;
  rlim_t wanted = (rlim_t)used.tv_sec + seconds + 1;
  int isLess = limit.rlim_max != RLIM_INFINITY && limit.rlim_max <= wanted;
  limit.rlim_cur = isLess ? limit.rlim_max : wanted;
  setrlimit(RLIMIT_CPU, &limit);
  return isLess;
}

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, field))
#define END(action) BPF_STMT(BPF_RET | BPF_K, (action))
#define ARGUMENT(number) LOAD(args[number])
#define LET(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), END(SECCOMP_RET_ALLOW)

// A call whose first argument is a process: this one, or what stands for it.
#define OWN(call, also) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 5), ARGUMENT(0), \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (also), 1, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 0, 1), \
  END(SECCOMP_RET_ALLOW), END(SECCOMP_RET_ERRNO | EPERM)

// Only what computing and answering ask for; whatever else fails as not permitted.
int reader_shut(void) {
#ifdef MACHINE
  unsigned self = (unsigned)getpid();
  struct sock_filter rules[] = {
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
      END(SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
#if defined(__x86_64__)
      // The numbers of another way of calling are none of ours.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      END(SECCOMP_RET_KILL_PROCESS),
#endif
      LET(read), LET(write), LET(pread64), LET(lseek), LET(recvmsg), LET(recvfrom), LET(close), LET(fstat),
      LET(newfstatat), LET(mmap), LET(munmap), LET(mremap), LET(mprotect), LET(madvise), LET(brk), LET(futex),
      LET(clock_gettime), LET(gettimeofday), LET(getrandom), LET(getrlimit), LET(setrlimit),
      LET(rt_sigaction), LET(rt_sigprocmask), LET(rt_sigreturn), LET(sigaltstack), LET(getpid), LET(gettid),
      LET(getrusage), LET(sched_yield), LET(sched_getaffinity), LET(exit), LET(exit_group),
      LET(set_robust_list), LET(rseq),
      // Limits and signals of its own, and of no other process.
      OWN(prlimit64, 0), OWN(tgkill, self),
      // A thread of its own is no other process: decoders of pictures have them. What asks by a structure cannot be
      // looked into; it is told to ask the older way.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1),
      END(SECCOMP_RET_ERRNO | ENOSYS),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 3),
      ARGUMENT(0),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1),
      END(SECCOMP_RET_ALLOW),
      END(SECCOMP_RET_ERRNO | EPERM),
  };
  struct sock_fprog program = {sizeof rules / sizeof rules[0], rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0;
#else
  return 1;
#endif
}
