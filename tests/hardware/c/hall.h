/* What all reader libraries here share: which card lies there, and mischief on demand.
   card.h, made by the test, holds the cards; the file STATE names the one that lies on the reader. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "card.h"

static int lying(void) { /* index of the card, -1: none; the second character is a fault */
    char said[3] = "";
    FILE *file = fopen(STATE, "r");
    if (!file) return -1;
    if (!fgets(said, sizeof said, file)) said[0] = 0;
    fclose(file);
    return said[0] >= '0' && said[0] < '0' + CARDS ? said[0] - '0' : -1;
}

static char fault(void) {
    char said[3] = "";
    FILE *file = fopen(STATE, "r");
    if (!file) return 0;
    if (!fgets(said, sizeof said, file)) said[0] = 0;
    fclose(file);
    return said[0] ? said[1] : 0;
}

static void drop_at(const char *folder, const char *name, const void *data, size_t size) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (file) { fwrite(data, 1, size, file); fclose(file); }
}

static void mischief_in(char crash, char hang) { /* of a function that need not be asked */
    if (fault() == crash) *(volatile int *)8 = 1;
    while (fault() == hang) pause();
}

static void mischief(void) {
    const char *temp = getenv("TMPDIR");
    switch (fault()) {
    case 'h': { sigset_t all; sigfillset(&all); sigprocmask(SIG_BLOCK, &all, NULL); for (;;) pause(); }
    case 'c': *(volatile int *)8 = 1; break;
    case 'e': exit(0);
    case 's': for (int i = 0; i < 60000; i++) { puts("{\"text\": \"a former person\"}"); fputs("warning\n", stderr); } break;
    case 'l':
        drop_at(".", "wz.txt", TEXTS[0], 256);
        drop_at(".", "zp.bmp", "BM", 2);
        drop_at(BESIDE, "WZ.TXT", TEXTS[0], 256);
        drop_at(BESIDE, "xp.wlt", "a face", 6);
        if (temp) {
            char inner[4096];
            drop_at(temp, "xp.wlt", "a face", 6);
            snprintf(inner, sizeof inner, "%s/chinaidcard", temp);
            mkdir(inner, 0700);
            drop_at(inner, "zp.bmp", "BM", 2);
            chmod(inner, 0500);
        }
        break;
    }
}
