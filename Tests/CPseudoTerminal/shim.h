// What the C library has for pseudo-terminals and hides from Swift without feature macros.
#pragma once
#include <stddef.h>
#ifdef __APPLE__
#include <spawn.h>
#include <stdlib.h>
enum { lc_spawn_new_session = POSIX_SPAWN_SETSID };
#else
extern int posix_openpt(int flags);
extern int grantpt(int fd);
extern int unlockpt(int fd);
extern int ptsname_r(int fd, char *name, size_t size);
enum { lc_spawn_new_session = 0x80 };
#endif
