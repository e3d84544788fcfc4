/* A CVR library as on Windows. -DMEMORY: with CVR_ReadBaseMsg; -DSEVEN: that one with the two
   fingerprint arguments; -DWIDE: with getters for UTF-16; -DFOUR: Init, Authenticate, Read_Content
   and Close are all it has. A failed read leaves the former person in its static buffers. */
#include <time.h>
#include "hall.h"

#ifndef GOOD_PORT
#define GOOD_PORT 1001
#endif

static int opened, authenticated, done = -1;
static const char *told[FIELDS];
static int person = -1;

#ifdef BY_PATH /* for Linux: the device's name beside the number */
int CVR_InitComm(int port, char *device) {
    if (!device || strcmp(device, BY_PATH)) return 2;
    opened = 1;
    return 1;
}
#else
int CVR_InitComm(int port) {
    if (port != GOOD_PORT) return 2;
    opened = 1;
    return 1;
}
#endif

int CVR_CloseComm(void) { opened = 0; return 1; }

static int too_soon(void) { /* authentications must lie 300 ms apart */
    static struct timespec last;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long passed = (now.tv_sec - last.tv_sec) * 1000 + (now.tv_nsec - last.tv_nsec) / 1000000;
    last = now;
    return passed < 290;
}

int CVR_Authenticate(void) {
    int now = lying();
    if (too_soon()) { authenticated = 0; return 0; }
    authenticated = 0;
    if (!opened) return 4;
    if (now < 0) { done = -1; return 2; }
    if (now == done) return 2;
    if (fault() == 't') return 3;
    authenticated = 1;
    return 1;
}

static void drop(int active) {
#ifdef TEMP_FOLDER
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/chinaidcard", getenv("TMPDIR"));
    mkdir(folder, 0700);
#elif defined(BESIDE_IT)
    const char *folder = BESIDE;
#else
    const char *folder = ".";
#endif
#ifdef RAW_TEXT
    if (active != 4) drop_at(folder, "WZ.TXT", TEXTS[done], 256);
    else
#endif
    drop_at(folder, "wz.txt", LINES[done], strlen(LINES[done]));
    if (active != 4) drop_at(folder, "xp.wlt", PHOTOS[done], 1024);
    if (active != 2) drop_at(folder, "zp.bmp", BMP, sizeof BMP);
}

int CVR_Read_Content(int active) {
    if (!opened) return 4;
    if (!authenticated) return 0;
#ifdef ONLY_FOUR
    if (active != 4) { authenticated = 0; return 0; }
#endif
    mischief();
    authenticated = 0;
    if (fault() == 'f') return 0;
    done = person = lying();
    drop(active);
    if (fault() == 'w') { char path[4096]; unlink("wz.txt"); unlink("WZ.TXT"); }
    return 1;
}

#ifdef MEMORY
int CVR_ReadBaseMsg(unsigned char *text, unsigned *n, unsigned char *photo, unsigned *m, int mode) {
    if (!authenticated || mode != 1) return 0;
    mischief();
    authenticated = 0;
    if (fault() == 'f') return 0;
    done = person = lying();
    memcpy(text, TEXTS[done], 256);
    memcpy(photo, PHOTOS[done], 1024);
    *n = 256;
    *m = 1024;
    drop(4);
    return 1;
}
#endif
#ifdef SEVEN
int CVR_ReadBaseMsg(unsigned char *text, unsigned *n, unsigned char *photo, unsigned *m,
                    unsigned char *fp, unsigned *f, int mode) {
    memset(fp, 0, 1024);
    *f = 0;
    return 1;
}
#endif

#ifndef FOUR
int CVR_GetSAMID(char *text) { mischief_in('i', 'I'); strcpy(text, "05.03-20140820-0012345678-0123456789"); return 1; }

static int tell(const char *text, char *place, int *n) {
    if (person < 0) return 0;
    strcpy(place, text);
    *n = (int)strlen(text) + 1; /* counts the NUL */
    return 1;
}

#define GETTER(name, field) int name(char *place, int *n) { return tell(GBK[person < 0 ? 0 : person][field], place, n); }
GETTER(GetPeopleName, 0)
GETTER(GetPeopleSex, 1)
GETTER(GetPeopleNation, 2)
GETTER(GetPeopleBirthday, 3)
GETTER(GetPeopleAddress, 4)
GETTER(GetPeopleIDCode, 5)
GETTER(GetDepartment, 6)
GETTER(GetStartDate, 7)
GETTER(GetEndDate, 8)
GETTER(GetCertType, 9)
GETTER(GetPeopleChineseName, 10)
GETTER(GetPeopleCertVersion, 11)
GETTER(GetPassCheckID, 12)
GETTER(GetNationCode, 14)
int GetNewAppMsg(char *place, int *n) {
    mischief_in('a', 'A');
    return tell(GBK[person < 0 ? 0 : person][15], place, n);
}
int GetIssuesNum(int *n) { if (person < 0) return 0; *n = atoi(GBK[person][13]); return 1; }
int GetBMPData(unsigned char *place, int *n) { memcpy(place, BMP, sizeof BMP); *n = sizeof BMP; return 1; }
#endif

#ifdef WIDE
static int tell_wide(int field, char *place, int *n) {
    if (person < 0) return 0;
    memcpy(place, UTF16[person][field], 256);
    return 1; /* never sets n */
}
int GetPeopleNameU(char *place, int *n) { return tell_wide(0, place, n); }
int GetPeopleAddressU(char *place, int *n) { return tell_wide(4, place, n); }
#endif
