import { createInterface } from 'node:readline/promises'

export interface TerminalChat {
  readonly greeting: string
  /** The text of an answer; may be several lines. */
  readonly answer: (question: string) => Promise<string>
}

/** A conversation in the terminal, with history on the arrow keys; ends at Ctrl-D, Ctrl-C or 退出. */
export async function chatInTerminal({ greeting, answer }: TerminalChat): Promise<void> {
  const { stdin: input, stdout: output } = process
  output.write(`${greeting}\n`)
  const lines = createInterface({ input, output, prompt: '问> ', historySize: 200 })
  lines.on('SIGINT', () => lines.close())
  lines.prompt()
  for await (const line of lines) {
    const question = line.trim()
    if (/^(?:退出|再见|exit|quit)$/iu.test(question)) break
    if (question !== '') output.write(`${await answer(question)}\n\n`)
    lines.prompt()
  }
  lines.close()
  output.write('\n')
}
