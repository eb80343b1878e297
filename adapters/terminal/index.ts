import { replyText } from '../../src/core/dialog/reply.ts'
import type { ChatAdapter } from '../../src/core/ports.ts'
import { writeNewFile } from './files.ts'
import { formText } from './form-text.ts'

interface TerminalOptions {
  /** Takes what is shown, line ends included. */
  readonly write: (text: string) => void
  /** Where files go that are sent. */
  readonly folder: string
}

/** 终端: one person, replies as plain text, files into a folder. Nothing comes in from outside, and nothing can be pressed. */
export function createTerminalAdapter({ write, folder }: TerminalOptions): Omit<ChatAdapter, 'receive'> {
  return {
    name: 'terminal',
    async send(_to, reply) {
      const instead = reply.form ? `${formText(reply.form)}\n` : ''
      write(`${replyText(reply)}\n${instead}\n`)
    },
    async sendFile(_to, { name, bytes }) {
      write(`文件：${await writeNewFile(folder, name, bytes)}\n\n`)
    },
    show: replyText,
    tell: sentence => sentence,
    profile: async () => null,
  }
}
