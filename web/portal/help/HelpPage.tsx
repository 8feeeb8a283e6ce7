import { Page, Section } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

const PARTS = [
  {
    title: '怎么找要办的事',
    texts: [
      '在首页的框里用平常的话说，例如“开个小饭馆”“给孩子上户口”；也可以输入拼音首字母，例如 spjy。找不到就按主题、按单位看，或拨打 12345。',
    ],
  },
  {
    title: '怎么申请',
    texts: [
      '在指南页点“网上申请”，用手机验证码登录，一步一步填。每一步都会保存，随时可以离开。材料拍照上传就行。',
      '不会用手机？请家人代填，或带材料到窗口，窗口工作人员帮您办。',
    ],
  },
  {
    title: '怎么查进度',
    texts: [
      '凭收件凭证上的编号和查询码，或扫上面的二维码，不用登录。能看到每一步是哪个单位、什么时候办的，什么时候应当办完。',
    ],
  },
  {
    title: '时限带怎么看',
    texts: [
      '一个格子是一天。实心是已经过去的工作日，空心是还没到的，窄条是不算的休息日，斜线是依法暂停的日子。▲ 是承诺的期限，◆ 是法律规定的期限。',
    ],
  },
  {
    title: '您的权利',
    texts: [
      '只交清单上的材料，缺什么一次说清；五个工作日不答复就视为受理；受理以后不能再叫您补材料。',
      '超过期限，系统自动亮黄牌、红牌，由监察部门追究。不服决定，可以按决定书上写的申请复议或起诉。',
      '办事不送礼、不托人。有人索要好处、推诿拖延，请拨打 12345。',
    ],
  },
  {
    title: '您的个人信息',
    texts: ['姓名、证件号码、电话和材料都加密保存，只有办您这件事的人能看，看一次记一次。您可以要求删除。'],
  },
  {
    title: '看不清楚',
    texts: [
      '点右上角“大字版”。“显示设置”里有繁体、英文和深色。每一页都可以用读屏软件朗读、用键盘操作、打印。',
    ],
  },
] as const

export function HelpPage() {
  const t = useText()
  return (
    <Page title={t('帮助')}>
      {PARTS.map(({ title, texts }) => (
        <Section key={title} title={t(title)}>
          {title === '您的权利' && (
            <p>
              <GoTo to={pageAt('report')}>{t('举报索要好处（保密）')}</GoTo> ·{' '}
              <GoTo to={pageAt('contact')}>{t('填写效能监督卡')}</GoTo> ·{' '}
              <GoTo to={pageAt('measures')}>{t('效能问责公开')}</GoTo>
            </p>
          )}
          {texts.map((text) => (
            <p key={text} className="prose">
              {t(text)}
            </p>
          ))}
        </Section>
      ))}
      <p className="soft">
        {t('没有脚本、很旧的手机，可以用')}
        <a href="/plain">{t('无脚本版')}</a>
      </p>
    </Page>
  )
}
