export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text inside an element or an attribute. */
export const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, sign => ENTITIES[sign] ?? sign)

/** Text of a cell. `_x003D_` stands for = there (ISO/IEC 29500 ST_Xstring): an underscore that would begin such a code is one itself. */
export const escapeCell = (text: string): string => escapeXml(text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_'))
