import * as z from 'zod/mini'
import { parseJson } from './json.ts'

const TextContent = z.object({ text: z.string() })

/** An element of a rich text; which fields it has goes by its tag. */
const PostElement = z.object({ tag: z.string(), text: z.optional(z.string()) })
const PostContent = z.object({ title: z.nullish(z.string()), content: z.array(z.array(PostElement)) })

type Reader = (content: unknown) => string | null

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['text', content => TextContent.safeParse(content).data?.text ?? null],
  ['post', readPost],
])

/** Elements of a rich text that hold words. A mention (`at`) holds a name that is not part of the question. */
const WORDY_TAGS = new Set(['text', 'a', 'code_block', 'md'])

/** The words of a message by its type (接收消息内容结构); null where it has none that we can read: pictures, files, cards. */
export function textOf({ type, content }: { readonly type: string; readonly content: string }): string | null {
  return READERS.get(type)?.(parseJson(content)) ?? null
}

function readPost(content: unknown): string | null {
  const post = PostContent.safeParse(content).data
  if (!post) return null
  const paragraphs = post.content.map(elements => elements.map(wordsOf).join(''))
  const text = [post.title ?? '', ...paragraphs].filter(line => line.trim() !== '').join('\n')
  return text === '' && hasMedia(post) ? null : text
}

function wordsOf({ tag, text = '' }: z.infer<typeof PostElement>): string {
  return WORDY_TAGS.has(tag) ? text : ' '
}

function hasMedia({ content }: z.infer<typeof PostContent>): boolean {
  return content.some(elements => elements.some(({ tag }) => tag === 'img' || tag === 'media'))
}
