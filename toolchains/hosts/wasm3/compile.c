/* wasm3's compiler, but for one thing: LLVM pads the table's index in call_indirect to five bytes since the
 * reference-types proposal (its feature call-indirect-overlong), while wasm3 0.5.0 reads a byte and gives up. */
#include "m3_core.h"

static M3Result read_padded_i7(i8 *value, bytes_t *bytes, cbytes_t end)
{
    u32 bits = 0, shift = 0;
    for (const u8 *next = *bytes; next < end && shift < 35; shift += 7) {
        u8 byte = *next++;
        bits |= shift < 32 ? (u32)(byte & 0x7f) << shift : 0;
        if ((byte & 0x80) == 0) {
            u32 sign = shift < 25 && (byte & 0x40) ? ~0u << (shift + 7) : 0;
            *value = (i8)(bits | sign);
            *bytes = next;
            return m3Err_none;
        }
    }
    return m3Err_wasmUnderrun;
}

#define ReadLEB_i7 read_padded_i7
#include "m3_compile.c"
