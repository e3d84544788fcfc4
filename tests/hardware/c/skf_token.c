/* A seal token behind an SKF library (GM/T 0016, eseal 3.2), for tests.

   Its tokens are the folders token1, token2 ... beside the library: key.pem and certificate.der of
   one container, key2.pem and certificate2.der of another, serial, tries; `logged-in` is there while
   somebody is. `fault` beside the library: a function and what it does instead (hang, crash, exit,
   print, or a SAR code in hexadecimal); `calls` lists what was called.
   NUMBER is the ULONG of this library: uint32_t or uint64_t. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef NUMBER ULONG;
typedef int BOOL;

enum { OK = 0, FAIL = 0x0A000001, BAD_HANDLE = 0x0A000005, BAD_DATA = 0x0A000010,
       NO_CERTIFICATE = 0x0A00001C, TOO_SMALL = 0x0A000020, REMOVED = 0x0A000023,
       WRONG_PIN = 0x0A000024, LOCKED = 0x0A000025, NOT_LOGGED_IN = 0x0A00002D,
       NO_APPLICATION = 0x0A00002E, MOST = 10 };

struct handle { char token[64]; char part[8]; };

#pragma pack(1)
struct info {
    unsigned char version[2]; char manufacturer[64], issuer[64], label[32], serial[32];
    unsigned char hardware[2], firmware[2]; ULONG capabilities[8]; char reserved[64];
};
#pragma pack()

static const char *here(const char *token, const char *name)
{
    static char path[4096];
    Dl_info about;
    dladdr((void *)here, &about);
    snprintf(path, sizeof path, "%s", about.dli_fname);
    *(strrchr(path, '/') + 1) = 0;
    strcat(path, token);
    strcat(path, name);
    return path;
}

static int read_file(const char *path, char *into, int room)
{
    FILE *file = fopen(path, "rb");
    if (!file) return -1;
    int count = (int)fread(into, 1, room - 1, file);
    fclose(file);
    into[count] = 0;
    return count;
}

static void write_file(const char *path, const char *text, const char *mode)
{
    FILE *file = fopen(path, mode);
    if (file) { fputs(text, file); fclose(file); }
}

static unsigned enter(const char *function)
{
    char fault[256], name[64], what[64], when[64] = "", line[80], calls[8192];
    snprintf(line, sizeof line, "%s\n", function);
    write_file(here("", "calls"), line, "a");
    if (read_file(here("", "fault"), fault, sizeof fault) < 0) return OK;
    if (sscanf(fault, "%63s %63s %63s", name, what, when) < 2 || strcmp(name, function)) return OK;
    if (!strcmp(when, "signed")) /* only behind a signature */
        if (read_file(here("", "calls"), calls, sizeof calls) < 0 || !strstr(calls, "ECCSignData"))
            return OK;
    if (!strcmp(what, "hang")) for (;;) pause();
    if (!strcmp(what, "crash")) abort();
    if (!strcmp(what, "exit")) exit(3);
    if (!strcmp(what, "print")) { puts("{\"signature\": \"00\"}"); fflush(stdout); return OK; }
    return (unsigned)strtoul(what, 0, 16);
}

#define ENTER unsigned trouble = enter(__func__); if (trouble) return trouble

static struct handle *open_handle(const char *token, const char *part)
{
    struct handle *made = calloc(1, sizeof *made);
    snprintf(made->token, sizeof made->token, "%s", token);
    snprintf(made->part, sizeof made->part, "%s", part);
    return made;
}

static int gone(struct handle *handle)
{
    return access(here(handle->token, "/serial"), F_OK) != 0;
}

static ULONG give(const char *data, int count, char *into, ULONG *size)
{
    ULONG room = *size;
    *size = (ULONG)count;
    if (!into) return OK;
    if (room < (ULONG)count) return TOO_SMALL;
    memcpy(into, data, count);
    return OK;
}

ULONG SKF_EnumDev(BOOL present, char *names, ULONG *size)
{
    ENTER;
    char list[512] = "", name[16];
    int at = 0;
    for (int number = 1; number < 9; number++) {
        snprintf(name, sizeof name, "token%d", number);
        if (access(here(name, "/serial"), F_OK)) continue;
        memcpy(list + at, name, strlen(name) + 1);
        at += (int)strlen(name) + 1;
    }
    list[at++] = 0;
    return give(list, at, names, size);
}

ULONG SKF_ConnectDev(const char *name, void **device)
{
    ENTER;
    if (access(here(name, "/serial"), F_OK)) return REMOVED;
    *device = open_handle(name, "");
    return OK;
}

ULONG SKF_DisConnectDev(void *device) { ENTER; free(device); return OK; }

ULONG SKF_GetDevInfo(struct handle *device, struct info *info)
{
    ENTER;
    if (gone(device)) return REMOVED;
    memset(info, 0, sizeof *info);
    info->version[0] = 1;
    strcpy(info->manufacturer, "Training");
    strcpy(info->label, "训练");
    read_file(here(device->token, "/serial"), info->serial, sizeof info->serial);
    memset(info->capabilities, 0xEE, sizeof info->capabilities);
    return OK;
}

ULONG SKF_EnumApplication(struct handle *device, char *names, ULONG *size)
{
    ENTER;
    return gone(device) ? REMOVED : give("TRAINING\0", 10, names, size);
}

ULONG SKF_OpenApplication(struct handle *device, const char *name, void **application)
{
    ENTER;
    if (gone(device)) return REMOVED;
    if (strcmp(name, "TRAINING")) return NO_APPLICATION;
    *application = open_handle(device->token, "");
    return OK;
}

ULONG SKF_CloseApplication(void *application) { ENTER; free(application); return OK; }

static int tries(struct handle *application)
{
    char text[16];
    return read_file(here(application->token, "/tries"), text, sizeof text) < 0 ? MOST : atoi(text);
}

static void set_tries(struct handle *application, int count)
{
    char text[16];
    snprintf(text, sizeof text, "%d", count);
    write_file(here(application->token, "/tries"), text, "w");
}

ULONG SKF_GetPINInfo(struct handle *application, ULONG type, ULONG *most, ULONG *left, BOOL *first)
{
    ENTER;
    if (gone(application)) return REMOVED;
    if (type != 1) return BAD_DATA;
    *most = MOST;
    *left = (ULONG)tries(application);
    *first = 0;
    return OK;
}

ULONG SKF_VerifyPIN(struct handle *application, ULONG type, const char *pin, ULONG *left)
{
    ENTER;
    if (gone(application)) return REMOVED;
    int count = tries(application);
    if (type != 1) return BAD_DATA;
    if (!count) return LOCKED;
    if (strcmp(pin, "123456")) {
        set_tries(application, --count);
        if (access(here("", "count-untold"), F_OK)) *left = (ULONG)count;
        return count ? WRONG_PIN : LOCKED;
    }
    set_tries(application, MOST);
    write_file(here(application->token, "/logged-in"), "", "w");
    return OK;
}

ULONG SKF_ClearSecureState(struct handle *application)
{
    ENTER;
    if (gone(application)) return REMOVED;
    unlink(here(application->token, "/logged-in"));
    return OK;
}

ULONG SKF_EnumContainer(struct handle *application, char *names, ULONG *size)
{
    ENTER;
    if (gone(application)) return REMOVED;
    int two = !access(here(application->token, "/key2.pem"), F_OK);
    return two ? give("seal\0seal2\0", 12, names, size) : give("seal\0", 6, names, size);
}

ULONG SKF_OpenContainer(struct handle *application, const char *name, void **container)
{
    ENTER;
    if (gone(application)) return REMOVED;
    *container = open_handle(application->token, name + 4);
    return OK;
}

ULONG SKF_CloseContainer(void *container) { ENTER; free(container); return OK; }

ULONG SKF_ExportCertificate(struct handle *container, BOOL sign, char *certificate, ULONG *size)
{
    ENTER;
    char name[32], data[8192];
    if (gone(container)) return REMOVED;
    snprintf(name, sizeof name, "/certificate%s.der", container->part);
    int count = read_file(here(container->token, name), data, sizeof data);
    if (count <= 0 || !sign) return NO_CERTIFICATE;
    return give(data, count, certificate, size);
}

ULONG SKF_ECCSignData(struct handle *container, const unsigned char *data, ULONG count,
                      unsigned char *signature)
{
    ENTER;
    char name[32];
    unsigned char der[128];
    size_t size = sizeof der;
    if (gone(container)) return REMOVED;
    if (access(here(container->token, "/logged-in"), F_OK)) return NOT_LOGGED_IN;
    if (count != 32) return BAD_DATA;
    snprintf(name, sizeof name, "/key%s.pem", container->part);
    FILE *file = fopen(here(container->token, name), "r");
    EVP_PKEY *key = file ? PEM_read_PrivateKey(file, 0, 0, 0) : 0;
    if (file) fclose(file);
    EVP_PKEY_CTX *context = key ? EVP_PKEY_CTX_new(key, 0) : 0;
    if (!context || EVP_PKEY_sign_init(context) <= 0
        || EVP_PKEY_sign(context, der, &size, data, 32) <= 0)
        return FAIL;
    const unsigned char *at = der;
    ECDSA_SIG *pair = d2i_ECDSA_SIG(0, &at, (long)size);
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), signature, 64);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), signature + 64, 64);
    if (!access(here("", "bent"), F_OK)) signature[127] ^= 1;
    ECDSA_SIG_free(pair);
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(key);
    return OK;
}
