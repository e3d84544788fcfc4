"""The kinds of readers' libraries the tests build, and whose cards lie on them."""

PERSONS = ("wang-lan", "song-moved", "smith-i", "lam-j", "schmidt-y", "xiong-rare", "luo-longterm")
WANG, SONG, SMITH, LAM, SCHMIDT, XIONG, LUO = range(7)

SDTAPI = {
    "sdtapi": ("sdtapi",),
    "syn": ("sdtapi", "PREFIX=Syn_"),
    "syn-zero": ("sdtapi", "PREFIX=Syn_", "GOOD=0", "FOUND=0"),
    "hx": ("sdtapi", "PREFIX=HX_SDT_"),
    "zkid": ("sdtapi", "PREFIX=ZKID_"),
    "on-com": ("sdtapi", "GOOD_PORT=3"),
}
RAW = {**SDTAPI, "cvr-memory": ("cvr", "MEMORY"), "cvr-four-raw": ("cvr", "FOUR", "RAW_TEXT")}
GETTERS = {
    "cvr": ("cvr",),
    "cvr-seven": ("cvr", "SEVEN"),
    "lib100ud": ("lib100ud",),
    "termb-size": ("termb", "SIZED"),
    "termb-returns": ("termb",),
    "termb-zero": ("termb", "ZERO"),
}
DROPS = {
    "cvr-four": ("cvr", "FOUR"),
    "cvr-four-only-4": ("cvr", "FOUR", "ONLY_FOUR"),
    "cvr-four-temp": ("cvr", "FOUR", "TEMP_FOLDER"),
    "cvr-four-beside": ("cvr", "FOUR", "BESIDE_IT"),
}
ALL = {**RAW, **GETTERS, **DROPS}
BUILT = {**ALL, "lib100ud-memory": ("lib100ud", "MEMORY")}
