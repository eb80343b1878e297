import { crc32 } from 'node:zlib'

/** CRC-32 as eight hexadecimal digits: of bytes, or of a text in UTF-8. */
export const checksum = (data: string | Uint8Array): string => hexadecimal(crc32(data))

export const hexadecimal = (crc: number): string => crc.toString(16).padStart(8, '0')
