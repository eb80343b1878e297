/** Stands in a bundle where Feishu's SDK would: whoever asks for a long connection is told before that there is none. */
export {}
