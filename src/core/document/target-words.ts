/** Verbs whose object is what a task delivers; before a metric they are cut off. */
const VERBS =
  '新建改扩建 新改扩建 新改建 新开工建设 新开工 新建成 建成投用 建成运行 建成 建设 新建 改建 扩建 改扩建 共建 组建 筹建 创建 构建 搭建 打造 新打造 ' +
  '培育 培养 新培育 新增 新引进 引进 招引 完成 实施 开展 举办 承办 组织 推进 推动 遴选 认定 评选 选树 选派 支持 扶持 争创 发放 提供 治理 修复 整治 ' +
  '改造 开工 建立 设立 推出 发布 公布 制定 制订 修订 形成 配备 实现 吸引 集聚 汇聚 壮大 做强 赋能 淘汰 关停 退出 压减 消除 创作 谋划 策划 出台 归集 ' +
  '整合 拓展 安排 投放 落实 办好 选择 掌握 备案 新备案 获评 获批 评定 推广 推荐 推介 新集聚 建好 查处 检查 抽检 巡查 排查 铺设 敷设 架设 安装 更换 ' +
  '购置 采购 拆除 清理 清退 盘活 兑现 出版 编制 编写 攻克 申报 申请 授予 救助 资助 帮扶 惠及 安置 解决 改善 确定 输送'

/** Verbs that are as often part of a noun (总投资, 供应链, 入库企业): they show that something is delivered and stay in a metric. */
const NOUN_LIKE_VERBS =
  '培训 入库 入选 签约 落地 转化 增加 提升 完善 储备 上线 投入 办理 布局 种植 发展 投资 融资 签发 接纳 更新 供应 供给 研发 突破 带动 服务 覆盖 争取'

/** Verbs that are cut off where a metric begins with them and are part of a noun elsewhere (软件开发企业, 能力提升项目). */
const OPENING_VERBS = '提升(?!工程|行动) 开发(?!区) 启动 保持 稳定 划定 修缮 增设 设置 布设 建造 适配 译制 整理 开行'

/** Alternation of the verbs that are cut off before a metric, longest first. */
export const DELIVERING: string = alternation(VERBS)
/** Alternation of the verbs that are cut off where a metric begins, longest first. */
export const OPENING: string = alternation(`${VERBS} ${OPENING_VERBS}`)
/** Alternation of every verb a delivered number may follow, longest first. */
export const ACHIEVING: string = alternation(`${VERBS} ${NOUN_LIKE_VERBS}`)

function alternation(words: string): string {
  return [...new Set(words.split(' '))].sort((a, b) => b.length - a.length).join('|')
}
