import type { Level } from '../model.ts'

export interface Jurisdiction {
  readonly level: Level
  readonly region: string
}

const PROVINCE_LETTERS: Readonly<Record<string, string>> = {
  京: '北京市',
  津: '天津市',
  沪: '上海市',
  渝: '重庆市',
  冀: '河北省',
  晋: '山西省',
  蒙: '内蒙古自治区',
  辽: '辽宁省',
  吉: '吉林省',
  黑: '黑龙江省',
  苏: '江苏省',
  浙: '浙江省',
  皖: '安徽省',
  闽: '福建省',
  赣: '江西省',
  鲁: '山东省',
  豫: '河南省',
  鄂: '湖北省',
  湘: '湖南省',
  粤: '广东省',
  桂: '广西壮族自治区',
  琼: '海南省',
  川: '四川省',
  贵: '贵州省',
  云: '云南省',
  藏: '西藏自治区',
  陕: '陕西省',
  甘: '甘肃省',
  青: '青海省',
  宁: '宁夏回族自治区',
  新: '新疆维吾尔自治区',
}
const MUNICIPALITY = /^(?:北京|上海|天津|重庆)市/
const PLACE =
  /^(?:中共|中国共产党)?(?<province>[一-龥]{2,6}?(?:省|自治区))?(?<city>[一-龥]{2,6}?(?:市|州|盟|地区)(?!场|政|容|级))?(?<county>[一-龥]{1,6}?(?:县|区|旗)(?!域))?/
const NATIONAL =
  /^(?:国务院|中共中央|中央|国家|全国|教育部|财政部|商务部|科技部|民政部|司法部|公安部|水利部|工业和信息化部|人力资源(?:和)?社会保障部|自然资源部|生态环境部|住房(?:和)?城乡建设部|交通运输部|农业农村部|文化和旅游部|应急管理部|退役军人事务部|中国人民银行|海关总署|审计署|[一-龥]{2,8}总局)/

function placeOf(name: string): Jurisdiction | null {
  const municipality = MUNICIPALITY.exec(name)?.[0]
  const rest = municipality === undefined ? name : name.slice(municipality.length)
  const { province, city, county } = PLACE.exec(rest)?.groups ?? {}
  if (county !== undefined) return { level: municipality === undefined ? 'county' : 'city', region: county }
  if (municipality !== undefined) return { level: 'province', region: municipality }
  if (city !== undefined) return { level: 'city', region: city }
  return province === undefined ? null : { level: 'province', region: province }
}

/** Where a document binds: the nearest place among its issuers, else its title, else the letter of its number (鲁政发 is Shandong's). */
export function jurisdictionOf(issuers: readonly string[], title: string, number: string): Jurisdiction {
  const places = issuers.map(placeOf).filter(place => place !== null)
  const issued = places[0]
  if (issued !== undefined) return issued
  const national = { level: 'national', region: '' } as const
  if (issuers.some(issuer => NATIONAL.test(issuer)) || /^国/.test(number)) return national
  const titled = NATIONAL.test(title) ? national : placeOf(title)
  if (titled !== null) return titled
  const letter = PROVINCE_LETTERS[number[0] ?? '']
  return letter === undefined ? national : { level: 'province', region: letter }
}
