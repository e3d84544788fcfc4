/* A library that does what makers' libraries do at their worst; one function for each. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HANG_AT_LOADING
__attribute__((constructor)) static void loading(void) { for (;;) pause(); }
#endif
#ifdef CRASH_AT_LOADING
__attribute__((constructor)) static void loading(void) { raise(SIGSEGV); }
#endif

int answer(void) { return 42; }

int hang(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    for (;;) pause();
}

int spin(void) { for (volatile int i = 0;; i++) ; }

int crash(void) { *(volatile int *)8 = 1; return 0; }

int end_program(void) { exit(3); }

int abort_program(void) { abort(); }

int shout(void) {
    for (int i = 0; i < 200000; i++) {
        printf("{\"answer\": %d}\n", i);
        fprintf(stderr, "{\"answer\": %d}\n", i);
    }
    fflush(stdout);
    return 7;
}

static void drop(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (file) { fputs("a person", file); fclose(file); }
}

int litter(void) {
    drop(".", "wz.txt");
    drop(getenv("TMPDIR"), "zp.bmp");
    drop(getenv("HOME"), "xp.wlt");
    mkdir("deep", 0700);
    drop("deep", "wz.txt");
    chmod("deep", 0);
    chmod(".", 0500);
    return 1;
}

int files_here(void) { return access("wz.txt", F_OK) == 0 || access("deep", F_OK) == 0; }

int beget(void) {
    pid_t child = fork();
    if (child == 0) {
        signal(SIGTERM, SIG_IGN);
        for (;;) pause();
    }
    return child;
}

int beget_and_crash(void) { beget(); raise(SIGSEGV); return 0; }

int open_descriptors(void) {
    int count = 0;
    for (int fd = 0; fd < 1024; fd++) count += fcntl(fd, F_GETFD) != -1;
    return count;
}

int folder_mode(void) {
    struct stat here;
    return stat(".", &here) == 0 ? (int)(here.st_mode & 07777) : -1;
}
