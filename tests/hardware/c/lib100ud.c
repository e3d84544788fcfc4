/* A lib100UD for Linux: opened by path and protocol, getters in UTF-8, CVR_GetStatus. */
#include "hall.h"

static int opened, authenticated, person = -1, done = -1;

int CVR_InitComm(const char *path, int protocol) {
#ifdef ON_SERIAL
    if (protocol != 1 || !path) return -1;
#else
    if (protocol != 2) return -1;
#endif
    opened = 1;
    return 1;
}
int CVR_CloseComm(void) { opened = 0; return 1; }
int CVR_GetStatus(void) { return opened; }
int CVR_GetSAMID(char *text, int *n) { mischief_in('i', 'I'); strcpy(text, "05.03-20140820-0012345678-0123456789"); *n = 36; return 1; }
int CVR_GetUID(unsigned char *uid, int *n) { memset(uid, 1, 8); *n = 8; return 1; }

int CVR_Authenticate(void) {
    int now = lying();
    authenticated = opened && now >= 0;
    return authenticated ? 1 : 2;
}

int CVR_Read_Content(int active) {
    if (!authenticated) return 0;
    mischief();
    authenticated = 0;
    if (fault() == 'f') return 0;
    person = lying();
    drop_at(".", "zp.bmp", BMP, sizeof BMP);
    return 1;
}

#ifdef MEMORY
int CVR_ReadBaseMsg(unsigned char *text, unsigned *n, unsigned char *photo, unsigned *m, int mode) {
    if (!authenticated || mode != 1) return 0;
    authenticated = 0;
    person = lying();
    memcpy(text, TEXTS[person], *n = 256);
    memcpy(photo, PHOTOS[person], *m = 1024);
    return 1;
}
#endif

static int tell(int field, char *place, int *n) {
    if (person < 0) return 0;
    strcpy(place, UTF8[person][field]);
    *n = 3; /* not reliable */
    return 1;
}

#define GETTER(name, field) int name(char *place, int *n) { return tell(field, place, n); }
GETTER(GetPeopleName, 0)
GETTER(GetPeopleSex, 1)
GETTER(GetPeopleNation, 2)
GETTER(GetPeopleBirthday, 3)
GETTER(GetPeopleAddress, 4)
GETTER(GetPeopleIDCode, 5)
GETTER(GetDepartment, 6)
GETTER(GetStartDate, 7)
GETTER(GetEndDate, 8)
GETTER(GetPeopleChineseName, 10)
GETTER(GetPeopleCertVersion, 11)
GETTER(GetPassCheckID, 12)
GETTER(GetIssuesNum, 13)
int GetNewAppMsg(char *place, int *n) {
    mischief_in('a', 'A');
    return tell(15, place, n);
}
int GetCertType(char *place, int *n) { /* a number: 1 = I, 2 = J, 4 = Y */
    if (person < 0) return 0;
    const char *letter = UTF8[person][9];
    strcpy(place, *letter == 'I' ? "1" : *letter == 'J' ? "2" : *letter == 'Y' ? "4" : "0");
    return 1;
}
