import protobuf from 'protobufjs'

/** Control frames are pings and pongs, data frames carry envelopes and their acknowledgements. */
export const METHOD = { control: 0, data: 1 } as const

export interface Frame {
  readonly method: number
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string
}

/** The two ids are uint64; small ones look the same on the wire, and need no package for 64 bit numbers. */
const { root } = protobuf.parse(
  `syntax = "proto2";
   message Header { required string key = 1; required string value = 2; }
   message Frame {
     required uint32 SeqID = 1;
     required uint32 LogID = 2;
     required int32 service = 3;
     required int32 method = 4;
     repeated Header headers = 5;
     optional string payload_encoding = 6;
     optional string payload_type = 7;
     optional bytes payload = 8;
     optional string LogIDNew = 9;
   }`,
  { keepCase: true },
)
const wire = root.lookupType('Frame')

interface WireHeader {
  readonly key: string
  readonly value: string
}

export function encodeFrame({
  method,
  headers,
  payload,
}: {
  method: number
  headers: object
  payload: Uint8Array
}): Uint8Array {
  const pairs = Object.entries(headers).map(([key, value]) => ({ key, value: String(value) }))
  return wire.encode(wire.create({ SeqID: 1, LogID: 2, service: 33, method, headers: pairs, payload })).finish()
}

export function decodeFrame(bytes: Uint8Array): Frame {
  const { method, headers, payload } = wire.toObject(wire.decode(bytes), { bytes: Array, arrays: true })
  const pairs: readonly WireHeader[] = headers
  return {
    method,
    headers: Object.fromEntries(pairs.map(({ key, value }) => [key, value])),
    payload: Buffer.from(payload ?? []).toString('utf8'),
  }
}
