import { describe, expect, it } from 'vitest'
import { replyText } from '../../../src/core/dialog/reply.ts'
import { deskOffice } from '../desk-office.ts'

type Office = Awaited<ReturnType<typeof deskOffice>>

const lastLetter = (office: Office, person: string) => {
  const letter = office.lettersTo(person).at(-1)
  if (!letter) throw new Error(`no letter to ${person}`)
  return letter
}

describe('a person', () => {
  it('is bound to a unit once an administrator agrees', async () => {
    const office = await deskOffice()
    expect(await office.say('赵', '绑定 省能源局')).toBe('已申请绑定省能源局，等管理员同意后会告诉您。')
    expect(await office.say('赵', '27完成80%')).toMatch(/^我还不知道您是哪个单位的/u)
    expect(await office.say('赵', '我是谁')).toBe(
      '您还没有绑定单位。\n等管理员同意：省能源局\n编号：fake:赵\n绑定单位说“绑定 单位名称”，例如“绑定 省能源局”。',
    )
    const card = lastLetter(office, '管')
    expect(replyText(card)).toBe('绑定申请：fake:赵申请绑定省能源局\n编号：fake:赵\n可以回复：“同意”“拒绝”')
    expect(await office.press('管', card.actions?.[0]?.say ?? '')).toBe('已同意fake:赵绑定省能源局。')
    expect(replyText(lastLetter(office, '赵'))).toBe(
      '管理员已同意，您现在绑定省能源局。\n报进展直接说，例如“27完成80%，下步…”；看自己的任务说“我单位的任务”。',
    )
    expect(await office.say('赵', '27完成80%')).toMatch(/^请确认这项进展/u)
  })

  it('is told where an administrator does not agree', async () => {
    const office = await deskOffice()
    await office.say('赵', '绑定 省能源局')
    expect(await office.press('管', lastLetter(office, '管').actions?.[1]?.say ?? '')).toBe(
      '已拒绝fake:赵绑定省能源局。',
    )
    expect(lastLetter(office, '赵').summary).toBe('管理员没有同意您绑定省能源局。')
    expect(await office.say('赵', '27完成80%')).toMatch(/^我还不知道您是哪个单位的/u)
  })

  it('gets what the card showed, whatever was asked for since', async () => {
    const office = await deskOffice()
    await office.say('赵', '绑定 省能源局')
    const first = lastLetter(office, '管').actions?.[0]?.say ?? ''
    await office.say('赵', '绑定 管理员')
    const second = lastLetter(office, '管').actions?.[1]?.say ?? ''
    expect(await office.press('管', first)).toBe('已同意fake:赵绑定省能源局。')
    expect(await office.press('管', second)).toBe('已拒绝fake:赵绑定管理员。')
    expect(await office.say('赵', '我是谁')).toMatch(/^您是省能源局联络员。\n编号/u)
    expect(await office.press('管', first)).toBe('这个申请已经处理过了。')
  })

  it('is proposed a unit by the address book', async () => {
    const office = await deskOffice()
    office.profiles.set('赵', { name: '赵工', departments: ['新能源处', '省能源局'] })
    expect(await office.say('赵', '27完成80%')).toContain('可以回复：“绑定 省能源局”')
    await office.say('赵', '绑定 省能源局')
    expect(lastLetter(office, '管').summary).toBe('绑定申请：赵工申请绑定省能源局')
  })

  it.each([
    ['绑定', /^我还不知道您是哪个单位的。/u],
    ['绑定 火星局', /^台账里没有“火星局”这个单位/u],
    ['绑定 科技局', /^“科技局”是指哪个单位？\n可以回复：“绑定 淄博市科技局”“绑定 高青县科技局”$/u],
    ['绑定 市科技局', /^已申请绑定市科技局/u],
    ['绑定 淄博市科技局', /^已申请绑定市科技局/u],
    ['绑定 省发改委', /^已申请绑定省发展改革委/u],
    ['我是省科技厅的', /^已申请绑定省科技厅/u],
    ['绑定 督查室', /^已申请绑定督查室/u],
    ['绑定 管理员', /^已申请绑定管理员/u],
  ])('says %s', async (text, said) => {
    const office = await deskOffice()
    expect(await office.say('赵', text)).toMatch(said)
  })

  it('ends the binding, and may report no more, nor take back', async () => {
    const office = await deskOffice()
    await office.say('王', '27完成80%')
    await office.say('王', '是')
    await office.say('王', '28完成50%')
    expect(await office.say('王', '解绑')).toBe('已解除绑定：省能源局。')
    expect(await office.say('王', '是')).toBe(
      '您还没有绑定单位，不能报进展。请先说“绑定 单位名称”，例如“绑定 省能源局”。\n没有记录。',
    )
    expect(await office.say('王', '撤回刚才的')).toBe('您已不再绑定报这条进展的单位，不能撤回；请联系督查室。')
    expect(await office.say('王', '27完成90%')).toMatch(/^我还不知道您是哪个单位的/u)
    expect(await office.say('王', '改成85%')).toMatch(/^您还没有绑定单位/u)
    expect(await office.say('王', '解绑')).toBe('您没有绑定单位。')
  })

  it('is unbound by an administrator, and by nobody else', async () => {
    const office = await deskOffice()
    expect(await office.say('督', '解绑 fake:王')).toBe('这一步由管理员办理，您不是管理员。')
    expect(await office.say('管', '解绑 fake:王')).toBe('已解除绑定：省能源局。')
    expect(lastLetter(office, '王').summary).toBe('管理员已解除您的绑定：省能源局。')
    expect(await office.say('管', '解绑 fake:王')).toBe('fake:王没有绑定单位。')
    expect(await office.say('王', '27完成90%')).toMatch(/^我还不知道您是哪个单位的/u)
  })

  it('is listed for those who run this', async () => {
    const office = await deskOffice()
    const list = await office.say('管', '联络员名单')
    expect(list).toMatch(/^共5人\n/u)
    expect(list).toContain('fake:王\n   省能源局')
    expect(await office.say('督', '联络员名单')).toMatch(/^共5人\n/u)
    expect(await office.say('王', '联络员名单')).toBe('名单只给督查室和管理员看。')
  })
})

describe('a group', () => {
  it('is a unit’s once an administrator agrees to what the card showed', async () => {
    const office = await deskOffice()
    expect(await office.say('王', '本群是省能源局的')).toBe('已提交：本群设为省能源局的工作群，等管理员同意。')
    const [agree, refuse] = lastLetter(office, '管').actions ?? []
    await office.say('王', '本群是省科技厅的')
    expect(await office.press('管', agree?.say ?? '')).toBe('这个申请已经处理过了。')
    expect(await office.press('王', lastLetter(office, '管').actions?.[0]?.say ?? '')).toBe(
      '这一步由管理员办理，您不是管理员。',
    )
    expect(await office.press('管', lastLetter(office, '管').actions?.[0]?.say ?? '')).toBe(
      '已同意：省科技厅的工作群。',
    )
    expect(await office.press('管', refuse?.say ?? '')).toBe('这个申请已经处理过了。')
    expect(lastLetter(office, '王').summary).toBe('管理员已同意，那个群现在是省科技厅的工作群。')
  })

  it('is settled at once by an administrator', async () => {
    const office = await deskOffice()
    expect(await office.say('管', '本群是省能源局的')).toBe('好的，本群是省能源局的，提醒会发到这里。')
  })

  it.each([
    ['王', '本群用鲁政发〔2023〕6号', '好的，这里说“第27条”，指的就是鲁政发〔2023〕6号的。'],
    ['王', '本群用火星文', '台账里没有文件“火星文”。说“都有哪些文件”可以看到全部。'],
    ['外', '本群用鲁政发〔2023〕6号', '请先绑定单位，再设定本群的文件。'],
    ['王', '本群是火星局的', '没有认准“火星局”是哪个单位，请写规范名称，例如“本群是省能源局的”。'],
  ])('%s says %s', async (person, text, said) => {
    const office = await deskOffice()
    expect(await office.say(person, text)).toBe(said)
  })
})
