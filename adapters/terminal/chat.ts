import { createInterface } from 'node:readline/promises'

export interface TerminalChat {
  readonly greeting: string
  /** Answers what was typed; resolves when the answer is shown. */
  readonly hear: (text: string) => Promise<void>
}

/** A conversation in the terminal, with history on the arrow keys; ends at Ctrl-D, Ctrl-C or 退出. */
export async function chatInTerminal({ greeting, hear }: TerminalChat): Promise<void> {
  const { stdin: input, stdout: output } = process
  output.write(`${greeting}\n`)
  const lines = createInterface({ input, output, prompt: '问> ', historySize: 200 })
  let isOpen = true
  lines.on('SIGINT', () => lines.close())
  lines.on('close', () => {
    isOpen = false
  })
  lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (/^(?:退出|再见|exit|quit)$/iu.test(text)) break
    if (text !== '') await hear(text)
    // A file that is piped in ends before its lines are answered.
    if (isOpen) lines.prompt()
  }
  lines.close()
  output.write('\n')
}
