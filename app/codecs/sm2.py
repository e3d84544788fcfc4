"""SM2 verification (GB/T 32918) on public data only: integers, Jacobian points, one joint ladder.

Nothing here is secret, so nothing here needs constant time; there is no signing on purpose.
"""

from functools import cache, lru_cache

from app.codecs.chain import sm3
from app.codecs.der import INTEGER, SEQUENCE, DerError, Item, integer, read, sequence

P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
GX = 0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7
GY = 0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0
DEFAULT_ID = b"1234567812345678"
SIGNATURE_BYTES = 64

Affine = tuple[int, int]
Jacobian = tuple[int, int, int]  # z = 0 is the point at infinity


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Is `signature` (DER SEQUENCE{r, s} or raw 64 bytes) the key's over `message`, default ID?"""
    try:
        r, s = read_signature(signature)
        return verify_digest(public_key, message_digest(public_key, message), r, s)
    except DerError:
        return False


def verify_digest(public_key: bytes, e: bytes, r: int, s: int) -> bool:
    """`e` is the finished SM3(Z || M), the key 65 bytes 04 || X || Y."""
    t = (r + s) % N
    if not (0 < r < N and 0 < s < N) or t == 0 or not is_key(public_key):
        return False
    x, _, z = _joint(s, t, public_key)
    if z == 0:
        return False
    return (int.from_bytes(e, "big") + x * pow(z * z, -1, P) % P) % N == r


def message_digest(public_key: bytes, message: bytes) -> bytes:
    """e, what is really signed."""
    return sm3(z_value(public_key) + message)


@lru_cache(maxsize=64)
def z_value(public_key: bytes, ident: bytes = DEFAULT_ID) -> bytes:
    """Z binds the signer's ID, the curve and the key."""
    curve = b"".join(value.to_bytes(32, "big") for value in (A, B, GX, GY))
    return sm3((8 * len(ident)).to_bytes(2, "big") + ident + curve + public_key[1:])


def is_key(public_key: bytes) -> bool:
    """An uncompressed point on the curve."""
    if len(public_key) != 65 or public_key[0] != 4:
        return False
    x, y = _coordinates(public_key)
    return x < P and y < P and (y * y - (x * x * x + A * x + B)) % P == 0


def read_signature(signature: bytes) -> tuple[int, int]:
    """r and s from DER, minimal or not, or from raw 64 bytes; DerError for anything else."""
    if len(signature) == SIGNATURE_BYTES and not _is_der_pair(signature):
        return int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    r, s = _pair(signature)
    return _unsigned(r), _unsigned(s)


def write_signature(r: int, s: int) -> bytes:
    """Minimal DER: no leading zero unless the top bit asks for one."""
    return sequence(integer(r), integer(s))


def _is_der_pair(signature: bytes) -> bool:
    try:
        _pair(signature)
    except DerError:
        return False
    return True


def _pair(signature: bytes) -> tuple[Item, Item]:
    items = read(signature).expect(SEQUENCE).items(limit=2)
    if len(items) != 2:
        raise DerError("a signature has two numbers")
    return items[0].expect(INTEGER), items[1].expect(INTEGER)


def _unsigned(item: Item) -> int:
    # Some devices leave out the zero byte before a set top bit; the value is still meant unsigned.
    content = item.content
    if not content or len(content) > 40:
        raise DerError("integer empty or too long")
    return int.from_bytes(content, "big")


# --- points ---


def _coordinates(public_key: bytes) -> Affine:
    return int.from_bytes(public_key[1:33], "big"), int.from_bytes(public_key[33:], "big")


def _joint(s: int, t: int, public_key: bytes) -> Jacobian:
    """s·G + t·Q in one run of doublings (Shamir), digits in non-adjacent form."""
    g_digits, q_digits = _digits(s, 7), _digits(t, 5)
    g_points, q_points = _base_multiples(), _key_multiples(public_key)
    point = (0, 1, 0)
    for place in range(max(len(g_digits), len(q_digits)) - 1, -1, -1):
        point = _double(point)
        if place < len(g_digits) and g_digits[place]:
            point = _add_multiple(point, g_points, g_digits[place])
        if place < len(q_digits) and q_digits[place]:
            point = _add_multiple(point, q_points, q_digits[place])
    return point


def _add_multiple(point: Jacobian, multiples: tuple[Affine, ...], digit: int) -> Jacobian:
    x, y = multiples[abs(digit) >> 1]
    return _add(point, x, y if digit > 0 else P - y)


def _digits(scalar: int, width: int) -> list[int]:
    """Signed odd digits, least significant first, at most one in `width` places not zero."""
    digits, full, half = [], 1 << width, 1 << (width - 1)
    while scalar:
        digit = 0
        if scalar & 1:
            digit = scalar & (full - 1)
            if digit >= half:
                digit -= full
            scalar -= digit
        digits.append(digit)
        scalar >>= 1
    return digits


@cache
def _base_multiples() -> tuple[Affine, ...]:
    return _odd_multiples((GX, GY), 32)


@lru_cache(maxsize=64)
def _key_multiples(public_key: bytes) -> tuple[Affine, ...]:
    return _odd_multiples(_coordinates(public_key), 8)


def _odd_multiples(point: Affine, count: int) -> tuple[Affine, ...]:
    """1, 3, 5 … times the point; its order is prime, so none is the point at infinity."""
    twice = _affine(_double((*point, 1)))
    multiples = [point]
    for _ in range(count - 1):
        multiples.append(_affine(_add((*multiples[-1], 1), *twice)))
    return tuple(multiples)


def _affine(point: Jacobian) -> Affine:
    x, y, z = point
    inverse = pow(z, -1, P)
    square = inverse * inverse % P
    return x * square % P, y * square * inverse % P


def _double(point: Jacobian) -> Jacobian:
    """Doubling for a = -3; infinity stays infinity since z stays 0."""
    x, y, z = point
    delta = z * z % P
    gamma = y * y % P
    beta = x * gamma % P
    alpha = 3 * (x - delta) * (x + delta) % P
    x3 = (alpha * alpha - 8 * beta) % P
    z3 = 2 * y * z % P
    return x3, (alpha * (4 * beta - x3) - 8 * gamma * gamma) % P, z3


def _add(point: Jacobian, x2: int, y2: int) -> Jacobian:
    """Jacobian plus affine."""
    x1, y1, z1 = point
    if z1 == 0:
        return x2, y2, 1
    square = z1 * z1 % P
    h = (x2 * square - x1) % P
    rise = (y2 * square * z1 - y1) % P
    if h == 0:
        return _double(point) if rise == 0 else (0, 1, 0)
    h2 = h * h % P
    h3 = h * h2 % P
    v = x1 * h2 % P
    x3 = (rise * rise - h3 - 2 * v) % P
    return x3, (rise * (v - x3) - y1 * h3) % P, z1 * h % P
