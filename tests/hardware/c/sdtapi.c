/* An sdtapi library: SDT_ or, by -DPREFIX, a renamed twin. */
#include "hall.h"

#ifndef PREFIX
#define PREFIX SDT_
#endif
#ifndef GOOD_PORT
#define GOOD_PORT 1003
#endif
#ifndef GOOD
#define GOOD 0x90
#define FOUND 0x9F
#endif
#define PASTE(a, b) a##b
#define NAMED(a, b) PASTE(a, b)
#define FUNCTION(name) int NAMED(PREFIX, name)

enum { NOTHING, IS_FOUND, IS_SELECTED, IS_READ };
static int opened, stage, of_card = -1, finds;

static int card(void) {
    int now = lying();
    if (now != of_card) { of_card = now; stage = NOTHING; finds = 0; }
    return now;
}

static int usable(int port, int opens) { return opens ? port == GOOD_PORT : opened && port == GOOD_PORT; }

FUNCTION(OpenPort)(int port) {
    if (port != GOOD_PORT) return 1;
    opened = 1;
    stage = NOTHING;
    return GOOD;
}

FUNCTION(ClosePort)(int port) {
    if (port != GOOD_PORT || !opened) return 1;
    opened = 0;
    return GOOD;
}

#ifndef SAM_STATUS
#define SAM_STATUS GOOD
#endif
FUNCTION(GetSAMStatus)(int port, int opens) { return usable(port, opens) ? SAM_STATUS : 1; }

FUNCTION(GetSAMIDToStr)(int port, char *text, int opens) {
    mischief_in('i', 'I');
    if (!usable(port, opens)) return 1;
    strcpy(text, "05.03-20140820-0012345678-0123456789");
    return GOOD;
}

FUNCTION(StartFindIDCard)(int port, unsigned char *iin, int opens) {
    if (!usable(port, opens)) return 1;
    int now = card();
    if (now < 0 || stage == IS_READ) return 0x80;
#ifdef MISSES_FIRST
    if (finds++ == 0) return 0x80;
#endif
    memset(iin, 0, 4);
    stage = IS_FOUND;
    return FOUND;
}

FUNCTION(SelectIDCard)(int port, unsigned char *sn, int opens) {
    if (!usable(port, opens)) return 1;
    if (card() < 0 || stage != IS_FOUND) return 0x81;
    if (fault() == 't') return 0x81;
    memset(sn, 0, 8);
    stage = IS_SELECTED;
    return GOOD;
}

FUNCTION(ReadBaseMsg)(int port, unsigned char *text, unsigned *n, unsigned char *photo, unsigned *m, int opens) {
    if (!usable(port, opens)) return 1;
    if (card() < 0 || stage != IS_SELECTED) return 0x41;
    mischief();
    if (fault() == '4') return 0x04;
    memcpy(text, TEXTS[of_card], 256);
    memcpy(photo, PHOTOS[of_card], 1024);
    *n = 256;
    *m = 1024;
    if (fault() == 'g') { *n = 0xFFFFFFFF; *m = 0x7FFFFFFF; }
    if (fault() == 'n') { *n = 100; *m = 1024; }
    stage = IS_READ;
    return GOOD;
}

#ifndef WITHOUT_FINGERPRINTS
FUNCTION(ReadBaseFPMsg)(int port, unsigned char *text, unsigned *n, unsigned char *photo, unsigned *m,
                        unsigned char *fp, unsigned *f, int opens) {
    int code = NAMED(PREFIX, ReadBaseMsg)(port, text, n, photo, m, opens);
    if (code != GOOD) return code;
    memset(fp, 7, 1024);
    *f = 1024;
    return GOOD;
}
#endif

FUNCTION(ReadNewAppMsg)(int port, unsigned char *address, unsigned *n, int opens) {
    mischief_in('a', 'A');
    if (!usable(port, opens)) return 1;
    if (card() < 0 || stage < IS_SELECTED) return 0x41;
    if (!NEW_SIZES[of_card]) return 0x91;
    memcpy(address, NEW_ADDRESSES[of_card], NEW_SIZES[of_card]);
    *n = NEW_SIZES[of_card];
    return GOOD;
}
