/* A photo decoder, one kind by a switch: BUFFER, ZKID, DECODING, UNPACK, WLT2BMP, GETBMP. The file
   STATE says what goes wrong: f fails, h hangs, c crashes, b writes what is no picture, w fails
   without touching its file. Each picture's first point is the photo's first three bytes. */
#include "hall.h"

static char how(void) {
    char said[2] = "";
    FILE *file = fopen(STATE, "r");
    if (!file) return 0;
    if (!fgets(said, sizeof said, file)) said[0] = 0;
    fclose(file);
    return said[0];
}

static int goes_wrong(void) {
    switch (how()) {
    case 'h': for (;;) pause();
    case 'c': *(volatile int *)8 = 1;
    case 'f': return -1;
    case 'l': return -5;
    }
    return 0;
}

static void paint(const unsigned char *photo, unsigned char *bmp) {
    memcpy(bmp, BMP, sizeof BMP);
    memcpy(bmp + 54, photo, 3);
    if (how() == 'b') bmp[18] = 103;
}

#ifdef BUFFER
int wlt2bmpBuffer(unsigned char *wlt, unsigned char *bmp, int size) {
    int code = goes_wrong();
    if (code || size < (int)sizeof BMP) return code;
    paint(wlt, bmp);
    return 1;
}
#endif
#ifdef ZKID
int ZKID_Wlt2bmpBuffer(unsigned char *wlt, unsigned char *bmp, int size) {
    int code = goes_wrong();
    if (code) return code;
    paint(wlt, bmp);
    return 0;
}
#endif
#ifdef DECODING
int DecodingPhotos(char *wlt, int n, char *bmp, int size) {
    int code = goes_wrong();
    if (code || n != 1024) return code;
    paint((unsigned char *)wlt, (unsigned char *)bmp);
    return 38862;
}
#endif
#ifdef UNPACK
int unpack(unsigned char *wlt, unsigned char *bgr, int save) {
    if (goes_wrong()) return 0;
    static unsigned char bmp[sizeof BMP];
    paint(wlt, bmp);
    for (int row = 0; row < 126; row++) memcpy(bgr + row * 306, bmp + 54 + row * 308, 306);
#ifndef NO_FILE
    if (save) drop_at(".", "zp.bmp", bmp, sizeof bmp);
#endif
    return 0;
}
#endif

static int by_file(const char *name) {
    static unsigned char wlt[1024], bmp[sizeof BMP];
    char target[4096];
    FILE *file = fopen(name, "rb");
    if (!file) return -3;
    if (fread(wlt, 1, 1024, file) != 1024) { fclose(file); return -4; }
    fclose(file);
    int code = goes_wrong();
    if (code) return code;
    if (how() == 'w') return 1;
    paint(wlt, bmp);
    snprintf(target, sizeof target, "%s", name);
    strcpy(target + strlen(target) - 3, "bmp");
    drop_at(".", target, bmp, sizeof bmp);
    return 1;
}
#ifdef WLT2BMP
int wlt2bmp(const char *name) { return by_file(name); }
#endif
#ifdef WLT2BMP_MEMORY
int wlt2bmp(unsigned char *wlt, unsigned char *bmp) {
    int code = goes_wrong();
    if (code) return code;
    paint(wlt, bmp);
    return 1;
}
#endif
#ifdef GETBMP
int GetBmp(char *name, int interface) { return interface == 1 ? by_file(name) : how() ? by_file(name) : -6; }
#endif
