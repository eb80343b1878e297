import type { Level } from '../model.ts'

/** A region of the State: 山东省, 淄博市, 高青县. */
export interface Region {
  readonly name: string
  readonly level: Level
  /** The region above it, empty for a province. */
  readonly parent: string
}

/** Every province with its cities (2024). A word without 市, 州, 盟 or 地区 at its end is a 市. */
const PROVINCES = `
北京市
天津市
上海市
重庆市
河北省 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州市 廊坊 衡水
山西省 太原 大同 阳泉 长治 晋城 朔州市 晋中 运城 忻州市 临汾 吕梁
内蒙古自治区 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒盟 阿拉善盟
辽宁省 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州市 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
吉林省 长春 吉林 四平 辽源 通化 白山 松原 白城 延边州
黑龙江省 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭地区
江苏省 南京 无锡 徐州市 常州市 苏州市 南通 连云港 淮安 盐城 扬州市 镇江 泰州市 宿迁
浙江省 杭州市 宁波 温州市 嘉兴 湖州市 绍兴 金华 衢州市 舟山 台州市 丽水
安徽省 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州市 阜阳 宿州市 六安 亳州市 池州市 宣城
福建省 福州市 厦门 莆田 三明 泉州市 漳州市 南平 龙岩 宁德
江西省 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州市 吉安 宜春 抚州市 上饶
山东省 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州市 聊城 滨州市 菏泽
河南省 郑州市 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
湖北省 武汉 黄石 十堰 宜昌 襄阳 鄂州市 荆门 孝感 荆州市 黄冈 咸宁 随州市 恩施州 仙桃 潜江 天门
湖南省 长沙 株洲市 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州市 永州市 怀化 娄底 湘西州
广东省 广州市 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州市 梅州市 汕尾 河源 阳江 清远 东莞 中山 潮州市 揭阳 云浮
广西壮族自治区 南宁 柳州市 桂林 梧州市 北海 防城港 钦州市 贵港 玉林 百色 贺州市 河池 来宾 崇左
海南省 海口 三亚 三沙 儋州市
四川省 成都 自贡 攀枝花 泸州市 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州市 雅安 巴中 资阳 阿坝州 甘孜州 凉山州
贵州省 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南州 黔东南州 黔南州
云南省 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄州 红河州 文山州 西双版纳州 大理州 德宏州 怒江州 迪庆州
西藏自治区 拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区
陕西省 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
甘肃省 兰州市 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏州 甘南州
青海省 西宁 海东 海北州 黄南州 海南州 果洛州 玉树州 海西州
宁夏回族自治区 银川 石嘴山 吴忠 固原 中卫
新疆维吾尔自治区 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉州 博尔塔拉州 巴音郭楞州 阿克苏地区 克孜勒苏州 喀什地区 和田地区 伊犁州 塔城地区 阿勒泰地区 石河子
香港特别行政区
澳门特别行政区
台湾省`

/** The counties of Shandong by city: the documents of a county write 市X for a body of the city above it. */
const COUNTIES = `
济南市 历下区 槐荫区 天桥区 历城区 长清区 章丘区 济阳区 莱芜区 钢城区 平阴县 商河县
青岛市 市南区 市北区 黄岛区 崂山区 李沧区 城阳区 即墨区 胶州市 平度市 莱西市
淄博市 淄川区 张店区 博山区 临淄区 周村区 桓台县 高青县 沂源县
枣庄市 薛城区 峄城区 台儿庄区 山亭区 滕州市
东营市 东营区 河口区 垦利区 利津县 广饶县
烟台市 芝罘区 福山区 牟平区 莱山区 蓬莱区 龙口市 莱阳市 莱州市 招远市 栖霞市 海阳市
潍坊市 潍城区 寒亭区 坊子区 奎文区 临朐县 昌乐县 青州市 诸城市 寿光市 安丘市 高密市 昌邑市
济宁市 任城区 兖州区 微山县 鱼台县 金乡县 嘉祥县 汶上县 泗水县 梁山县 曲阜市 邹城市
泰安市 泰山区 岱岳区 宁阳县 东平县 新泰市 肥城市
威海市 环翠区 文登区 荣成市 乳山市
日照市 东港区 岚山区 五莲县 莒县
临沂市 兰山区 罗庄区 河东区 沂南县 郯城县 沂水县 兰陵县 费县 平邑县 莒南县 蒙阴县 临沭县
德州市 德城区 陵城区 宁津县 庆云县 临邑县 齐河县 平原县 夏津县 武城县 乐陵市 禹城市
聊城市 东昌府区 茌平区 阳谷县 莘县 东阿县 冠县 高唐县 临清市
滨州市 滨城区 沾化区 惠民县 阳信县 无棣县 博兴县 邹平市
菏泽市 牡丹区 定陶区 曹县 单县 成武县 巨野县 郓城县 鄄城县 东明县`

/** 新疆维吾尔自治区 has eight characters; a county named by a document may have more. */
const LONGEST_NAME = 11

const ENDING = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|地区|省|市|州|盟|县|区|旗)$/

/** The name of a region without its kind, as people say it: 山东省 → 山东, 高青县 → 高青; 莒县 keeps its 县. */
export function stemOf(region: string): string {
  const stem = region.replace(ENDING, '')
  return stem.length > 1 ? stem : region
}

const rows = (table: string): [head: string, tail: string[]][] =>
  table
    .trim()
    .split('\n')
    .map(line => {
      const [head = '', ...tail] = line.split(' ')
      return [head, tail]
    })

/** A city is listed without 市 unless its last character could be taken for another kind of region. */
const fullCity = (word: string): string => (/(?:市|州|盟|地区)$/.test(word) ? word : `${word}市`)

function listed(): Region[] {
  const provinces = rows(PROVINCES)
  const cities = provinces.flatMap(([parent, words]) =>
    words.map((word): Region => ({ name: fullCity(word), level: 'city', parent })),
  )
  const counties = rows(COUNTIES).flatMap(([parent, names]) =>
    names.map((name): Region => ({ name, level: 'county', parent })),
  )
  return [...provinces.map(([name]): Region => ({ name, level: 'province', parent: '' })), ...cities, ...counties]
}

/** Regions by full name and by stem. */
export interface RegionTable {
  /** The region of a full name or a stem; 吉林 is the province. */
  find(name: string): Region | undefined
  /** The longest name or stem of a region that stands at `start`, and where it ends. */
  longestAt(text: string, start: number): { readonly region: Region; readonly end: number } | undefined
  /** The region of that level at or above this one; undefined where it is not known. */
  at(name: string, level: Level): Region | undefined
}

/** The listed regions together with those of the ledger's documents, which may be any county. */
export function createRegionTable(extra: Iterable<Region>): RegionTable {
  const byName = new Map<string, Region>()
  for (const region of [...listed(), ...extra]) {
    if (!byName.has(region.name)) byName.set(region.name, region)
  }
  for (const region of [...byName.values()]) {
    const stem = stemOf(region.name)
    if (!byName.has(stem)) byName.set(stem, region)
  }
  const find = (name: string): Region | undefined => byName.get(name)
  const at = (name: string, level: Level): Region | undefined => {
    let region = byName.get(name)
    while (region !== undefined && region.level !== level) region = byName.get(region.parent)
    return region
  }
  const heads = new Set([...byName.keys()].map(name => name.slice(0, 2)))
  const longestAt = (text: string, start: number): { region: Region; end: number } | undefined => {
    if (!heads.has(text.slice(start, start + 2))) return undefined
    for (let end = Math.min(text.length, start + LONGEST_NAME); end > start + 1; end--) {
      const region = byName.get(text.slice(start, end))
      if (region !== undefined) return { region, end }
    }
    return undefined
  }
  return { find, longestAt, at }
}
