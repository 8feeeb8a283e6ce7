import { messages } from '#ui/index.ts'

export const useText = messages('portal-help', {
  填写效能监督卡: 'Fill in a supervision card',
  效能问责公开: 'Measures published',
  '举报索要好处（保密）': 'Report that somebody asked for favours (confidential)',
  帮助: 'Help',
  怎么找要办的事: 'How to find a service',
  '在首页的框里用平常的话说，例如“开个小饭馆”“给孩子上户口”；也可以输入拼音首字母，例如 spjy。找不到就按主题、按单位看，或拨打 12345。':
    'Say it in your own words on the home page, in Chinese, or type pinyin initials such as spjy. If nothing fits, look by theme or department, or call 12345.',
  怎么申请: 'How to apply',
  '在指南页点“网上申请”，用手机验证码登录，一步一步填。每一步都会保存，随时可以离开。材料拍照上传就行。':
    'Open a guide, tap "Apply online", sign in with a code, and answer one question at a time. Every step is saved. A picture of each paper will do.',
  '不会用手机？请家人代填，或带材料到窗口，窗口工作人员帮您办。':
    'Not used to phones? Let your family do it, or bring your papers to the counter, where people help you.',
  怎么查进度: 'How to see where it stands',
  '凭收件凭证上的编号和查询码，或扫上面的二维码，不用登录。能看到每一步是哪个单位、什么时候办的，什么时候应当办完。':
    'By the number and code of your receipt, or by scanning its QR code; no sign-in needed. You see every step, who has it, when it was done and when all must be done.',
  时限带怎么看: 'How to read the day ribbon',
  '一个格子是一天。实心是已经过去的工作日，空心是还没到的，窄条是不算的休息日，斜线是依法暂停的日子。▲ 是承诺的期限，◆ 是法律规定的期限。':
    'Each box is a day: filled is a working day that has passed, empty is one to come, a thin bar is a rest day that does not count, hatched days are suspended by law. ▲ is the promised date, ◆ the date of the law.',
  您的权利: 'Your rights',
  '只交清单上的材料，缺什么一次说清；五个工作日不答复就视为受理；受理以后不能再叫您补材料。':
    'Only what is on the list, and what is missing is said once; no answer in five working days means acceptance; after acceptance nothing more may be asked for.',
  '超过期限，系统自动亮黄牌、红牌，由监察部门追究。不服决定，可以按决定书上写的申请复议或起诉。':
    'When a limit passes, the system raises cards by itself and supervision follows them up. If you disagree with a decision, you may ask for review or sue as the paper says.',
  '办事不送礼、不托人。有人索要好处、推诿拖延，请拨打 12345。':
    'No gifts and no favours. If somebody asks for one, or delays, call 12345.',
  您的个人信息: 'Your personal data',
  '姓名、证件号码、电话和材料都加密保存，只有办您这件事的人能看，看一次记一次。您可以要求删除。':
    'Name, numbers and papers are kept encrypted; only those who handle your application may look, and each look is recorded. You may ask for erasure.',
  看不清楚: 'Hard to read?',
  '点右上角“大字版”。“显示设置”里有繁体、英文和深色。每一页都可以用读屏软件朗读、用键盘操作、打印。':
    'Tap "Large type" at the top. Traditional characters, English and dark colours are under "Display". Every page works with a screen reader, by keyboard, and on paper.',
  '没有脚本、很旧的手机，可以用': 'Without scripts, or on a very old phone, use the ',
  无脚本版: 'plain version',
})
