/* A termb library without CVR_: -DSIZED: getters getName(buffer, size) and InitCommExt; -DZERO: the
   kind that says 0 where it went well; else char *GetName(). */
#include "hall.h"

static int opened, authenticated, person = -1;

#ifdef ZERO
enum { GOOD = 0, NO_PORT = -1, NOT_FOUND = -3 };
int IsFPRIDCard(void) { return person >= 0 && GBK[person][9][0] == 'I'; }
#else
enum { GOOD = 1, NO_PORT = -1, NOT_FOUND = -1 };
#endif

#ifdef SIZED
int InitCommExt(void) { opened = 1; return 1002; }
#endif
int InitComm(int port) {
    if (port != 4) return NO_PORT;
    opened = 1;
    return GOOD;
}
int CloseComm(void) { opened = 0; return GOOD; }

int Authenticate(void) {
    authenticated = opened && lying() >= 0;
    return authenticated ? GOOD : NOT_FOUND;
}

int Read_Content(int active) {
    if (!authenticated) return -11;
    mischief();
    authenticated = 0;
    if (fault() == 'f') return -11;
    person = lying();
    drop_at(BESIDE, "zp.bmp", BMP, sizeof BMP);
    drop_at(BESIDE, "wz.txt", LINES[person], strlen(LINES[person]));
#ifdef SIZED
    if (GBK[person][9][0] == 'I') return 2;
    if (GBK[person][9][0] == 'J') return 3;
#endif
    return GOOD;
}

#ifdef SIZED
#define GETTER(name, other, field) void name(char *place, int size) { strncpy(place, GBK[person][field], size); }
#else
#define GETTER(other, name, field) char *name(void) { return (char *)GBK[person][field]; }
#endif
GETTER(getName, GetName, 0)
GETTER(getSex, GetSex, 1)
GETTER(getNation, GetNation, 2)
GETTER(getBirthdate, GetBornDate, 3)
GETTER(getAddress, GetAddress, 4)
GETTER(getIDNum, GetIDNo, 5)
GETTER(getIssue, GetSignGov, 6)
GETTER(getEffectedDate, GetStartDate, 7)
GETTER(getExpiredDate, GetEndDate, 8)
#ifdef ZERO
char *GetFPR_ENName(void) { return (char *)GBK[person][0]; }
char *GetFPR_CHNName(void) { return (char *)GBK[person][10]; }
char *GetFPR_SEX(void) { return (char *)GBK[person][1]; }
char *GetFPR_Birthday(void) { return (char *)GBK[person][3]; }
char *GetFPR_IDNo(void) { return (char *)GBK[person][5]; }
char *GetFPR_NationCode(void) { return (char *)GBK[person][14]; }
char *GetFPR_IssuingAuthorityCode(void) { return (char *)GBK[person][6]; }
char *GetFPR_ValidStartDate(void) { return (char *)GBK[person][7]; }
char *GetFPR_ValidEndDate(void) { return (char *)GBK[person][8]; }
char *GetFPR_IDVersion(void) { return (char *)GBK[person][11]; }
#endif
