import { crc32 } from 'node:zlib'

/** CRC-32 of a text in UTF-8, as eight hexadecimal digits; `before` goes on from the CRC-32 of what stands before it. */
export const checksum = (text: string, before = 0): string => hexadecimal(crc32(text, before))

export const hexadecimal = (crc: number): string => crc.toString(16).padStart(8, '0')
