<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
  <context>
    <name>ApplicantWindow</name>
    <message numerus="yes">
      <source>%n paragraph(s) not seen yet, please read on</source>
      <translation>
        <numerusform>还有 %n 段没看，请往下看</numerusform>
      </translation>
    </message>
    <message>
      <source>All paragraphs have been shown.</source>
      <translation>全部内容都已看过。</translation>
    </message>
    <message>
      <source>Back to reading</source>
      <translation>回去再看</translation>
    </message>
    <message numerus="yes">
      <source>By signing you make all %n promise(s) you have just read.</source>
      <translation>
        <numerusform>签名即表示您作出刚才看过的全部 %n 项承诺。</numerusform>
      </translation>
    </message>
    <message>
      <source>For the applicant</source>
      <translation>请申请人看这里</translation>
    </message>
    <message>
      <source>I do not commit; please check yourselves</source>
      <translation>不承诺，请你们去核实</translation>
    </message>
    <message>
      <source>I have signed</source>
      <translation>我签好了</translation>
    </message>
    <message>
      <source>I have understood, go to sign</source>
      <translation>我看懂了，去签名</translation>
    </message>
    <message>
      <source>Let the simulated pen sign</source>
      <translation>由模拟笔签名</translation>
    </message>
    <message>
      <source>Please sign in the frame</source>
      <translation>请在框内签名</translation>
    </message>
    <message>
      <source>Please wait a moment</source>
      <translation>请稍候</translation>
    </message>
    <message>
      <source>Read on</source>
      <translation>往下看</translation>
    </message>
    <message>
      <source>Sign again</source>
      <translation>重新签</translation>
    </message>
    <message>
      <source>Sign here</source>
      <translation>请在这里签名</translation>
    </message>
    <message>
      <source>Something is wrong, ask the clerk</source>
      <translation>有错，请工作人员改</translation>
    </message>
    <message>
      <source>What you commit to</source>
      <translation>您承诺的内容</translation>
    </message>
    <message>
      <source>You need not fetch these proofs:</source>
      <translation>这些证明不用您去办：</translation>
    </message>
    <message>
      <source>Your matter: {matter}</source>
      <translation>您办的事：{matter}</translation>
    </message>
    <message>
      <source>shown</source>
      <translation>已看</translation>
    </message>
  </context>
  <context>
    <name>Article</name>
    <message>
      <source>Art. {n}</source>
      <translation>第{n}条</translation>
    </message>
    <message>
      <source>Law on the Rights of the Elderly, Art. 55</source>
      <translation>老年人权益保障法第五十五条</translation>
    </message>
    <message>
      <source>No. 42 [2020] of the State Council's office</source>
      <translation>国办发〔2020〕42号</translation>
    </message>
    <message>
      <source>Personal Information Protection Law, Art. 21</source>
      <translation>个人信息保护法第二十一条</translation>
    </message>
  </context>
  <context>
    <name>Basis</name>
    <message>
      <source>From today new cases at this counter come under {number} ({pin}), on the basis of: {basis}. This stays on the record under your name; it is not taken back, only superseded by another confirmation.</source>
      <translation>从今天起，本机的新件按 {number}（{pin}）受理，依据：{basis}。这次确认记在您的名下，不能撤回，只能由新的确认接替。</translation>
    </message>
    <message>
      <source>In force from</source>
      <translation>施行日期</translation>
    </message>
    <message>
      <source>In force; new cases are opened under it</source>
      <translation>有效，新件按它受理</translation>
    </message>
    <message>
      <source>Issued by</source>
      <translation>发文机关</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>最后一日</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>文号</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Training goes on under these measures, and every case is marked</source>
      <translation>训练继续沿用这份办法，每个件都带训练标记</translation>
    </message>
    <message>
      <source>Version here</source>
      <translation>本机版本</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>已过有效期</translation>
    </message>
    <message>
      <source>in force</source>
      <translation>有效</translation>
    </message>
    <message>
      <source>none is written</source>
      <translation>没有写有效期</translation>
    </message>
    <message>
      <source>not in force yet</source>
      <translation>尚未施行</translation>
    </message>
    <message>
      <source>{last}; read otherwise {other}; the later one counts</source>
      <translation>{last}；另一种读法为 {other}，以较晚的为准</translation>
    </message>
    <message>
      <source>{on}: {who} confirmed {what} ({pin}). Basis: {basis}</source>
      <translation>{on}　{who} 确认由 {what}（{pin}）接替，依据：{basis}</translation>
    </message>
    <message>
      <source>{pack}, which this program no longer holds</source>
      <translation>{pack}（本程序已不带这个版本）</translation>
    </message>
  </context>
  <context>
    <name>BasisPanel</name>
    <message>
      <source>Basis of handling</source>
      <translation>办理依据</translation>
    </message>
    <message>
      <source>Confirmed and kept on the record.</source>
      <translation>已确认并留痕。</translation>
    </message>
    <message>
      <source>Nobody has confirmed what follows.</source>
      <translation>还没有人确认由什么接替。</translation>
    </message>
  </context>
  <context>
    <name>CardPanel</name>
    <message>
      <source>It is read by itself. F2 reads it now.</source>
      <translation>放好后自动读取，按 F2 立即读取。</translation>
    </message>
    <message>
      <source>Leave the card on the reader.</source>
      <translation>请勿移动证件。</translation>
    </message>
    <message>
      <source>No card: type it in  Shift+F2</source>
      <translation>无法读卡：手工录入  Shift+F2</translation>
    </message>
    <message>
      <source>Put the applicant's identity card on the reader</source>
      <translation>请将申请人身份证放在读卡器上</translation>
    </message>
    <message>
      <source>Reading the card</source>
      <translation>正在读卡</translation>
    </message>
  </context>
  <context>
    <name>CardPart</name>
    <message>
      <source>Reading the card</source>
      <translation>正在读卡</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>就绪</translation>
    </message>
  </context>
  <context>
    <name>ChecklistPanel</name>
    <message>
      <source>Afterwards: {step}</source>
      <translation>事后：{step}</translation>
    </message>
    <message>
      <source>Approved at once when the letter is signed (Art. 8).</source>
      <translation>承诺书签名后当场办理（第八条）。</translation>
    </message>
    <message>
      <source>Art. {n}</source>
      <translation>第 {n} 条</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>Instead</source>
      <translation>替代办法</translation>
    </message>
    <message>
      <source>Not taken: {ways}.</source>
      <translation>未采用：{ways}。</translation>
    </message>
    <message>
      <source>Proof</source>
      <translation>证明</translation>
    </message>
    <message>
      <source>Proofs and the ways that replace them</source>
      <translation>证明清单</translation>
    </message>
    <message>
      <source>Situation</source>
      <translation>办理情形</translation>
    </message>
    <message>
      <source>The applicant does not commit; the department checks by itself.</source>
      <translation>申请人不承诺，由部门自行核实。</translation>
    </message>
    <message>
      <source>The applicant's own papers: {papers}</source>
      <translation>申请人自有材料：{papers}</translation>
    </message>
    <message>
      <source>Verify first, then approve (Art. 8): {tags}</source>
      <translation>先核实后审批（第八条）：{tags}</translation>
    </message>
    <message>
      <source>Way</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>Why this way</source>
      <translation>为何用此方式</translation>
    </message>
    <message>
      <source>{proof}, not to be asked for</source>
      <translation>{proof}，不得索要</translation>
    </message>
  </context>
  <context>
    <name>ConfirmForm</name>
    <message>
      <source>Back  Esc</source>
      <translation>返回  Esc</translation>
    </message>
    <message>
      <source>Confirm this basis</source>
      <translation>确认这个依据</translation>
    </message>
    <message>
      <source>Document and number it rests on</source>
      <translation>确认所依据的文件和文号</translation>
    </message>
    <message>
      <source>These rules await legal review; their wording is printed on no letter:</source>
      <translation>以下要点待法制审核，措辞不印到任何文书上：</translation>
    </message>
    <message>
      <source>Type the document and its number first.</source>
      <translation>请先写明文件名称和文号。</translation>
    </message>
    <message>
      <source>What follows, for the joint conference's office</source>
      <translation>由什么接替（联席会议办公室填写）</translation>
    </message>
    <message>
      <source>Yes, confirm it</source>
      <translation>是的，确认</translation>
    </message>
  </context>
  <context>
    <name>DevicesView</name>
    <message>
      <source>Devices</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Devices and line</source>
      <translation>设备与网络</translation>
    </message>
    <message>
      <source>How it is</source>
      <translation>设备状态</translation>
    </message>
    <message>
      <source>Line to the platform</source>
      <translation>支撑平台连接</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>重新检测</translation>
    </message>
    <message>
      <source>Send now  F5</source>
      <translation>立即上传  F5</translation>
    </message>
    <message>
      <source>This counter</source>
      <translation>本窗口</translation>
    </message>
  </context>
  <context>
    <name>DonePanel</name>
    <message>
      <source>Approve</source>
      <translation>准予</translation>
    </message>
    <message>
      <source>Case number</source>
      <translation>受理编号</translation>
    </message>
    <message>
      <source>Damaged print, or something wrong in it</source>
      <translation>打印损坏，或内容有误</translation>
    </message>
    <message>
      <source>Give a reason first; then the letter can be voided.</source>
      <translation>先填写原因，才能作废。</translation>
    </message>
    <message>
      <source>It came out</source>
      <translation>已打出</translation>
    </message>
    <message>
      <source>It did not come out</source>
      <translation>没打出</translation>
    </message>
    <message>
      <source>Letter and case are void</source>
      <translation>文书和办件已作废</translation>
    </message>
    <message>
      <source>Letter number</source>
      <translation>文书编号</translation>
    </message>
    <message>
      <source>Locked until checked: {checks}</source>
      <translation>核实完才能准予：{checks}</translation>
    </message>
    <message>
      <source>Print again  Ctrl+P</source>
      <translation>重新打印  Ctrl+P</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Reason for voiding</source>
      <translation>作废原因</translation>
    </message>
    <message>
      <source>Sealed and checked; verify first, then approve</source>
      <translation>已盖章并验章，先核实后审批</translation>
    </message>
    <message>
      <source>Sealed, checked and approved</source>
      <translation>已盖章、验章，准予办理</translation>
    </message>
    <message>
      <source>To be checked by</source>
      <translation>核查期限</translation>
    </message>
    <message>
      <source>Void and re-issue</source>
      <translation>作废重出</translation>
    </message>
    <message>
      <source>Void letter and case</source>
      <translation>文书和办件作废</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>办件去向</translation>
    </message>
    <message>
      <source>{due} (provisional)</source>
      <translation>{due}（暂定）</translation>
    </message>
  </context>
  <context>
    <name>Face</name>
    <message>
      <source>No photograph</source>
      <translation>无照片</translation>
    </message>
    <message>
      <source>Photograph on the card</source>
      <translation>证件照片</translation>
    </message>
  </context>
  <context>
    <name>Fact</name>
    <message>
      <source>administrator</source>
      <translation>管理员</translation>
    </message>
    <message>
      <source>allow more look-ups</source>
      <translation>准许超量查询</translation>
    </message>
    <message>
      <source>approve</source>
      <translation>批准</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>已批准</translation>
    </message>
    <message>
      <source>as stated</source>
      <translation>与填报一致</translation>
    </message>
    <message>
      <source>auditor</source>
      <translation>审计人员</translation>
    </message>
    <message>
      <source>births</source>
      <translation>出生信息</translation>
    </message>
    <message>
      <source>catalogue's editor</source>
      <translation>目录编辑</translation>
    </message>
    <message>
      <source>change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>change officers</source>
      <translation>管理人员账号</translation>
    </message>
    <message>
      <source>change settings</source>
      <translation>更改设置</translation>
    </message>
    <message>
      <source>clerk</source>
      <translation>窗口人员</translation>
    </message>
    <message>
      <source>commitment letter</source>
      <translation>告知承诺书</translation>
    </message>
    <message>
      <source>confirm acts on seals</source>
      <translation>确认印章登记事项</translation>
    </message>
    <message>
      <source>confirm what follows the measures</source>
      <translation>确认办法到期后的依据</translation>
    </message>
    <message>
      <source>deaths</source>
      <translation>死亡信息</translation>
    </message>
    <message>
      <source>decide alarms</source>
      <translation>处理预警</translation>
    </message>
    <message>
      <source>differs</source>
      <translation>与填报不符</translation>
    </message>
    <message>
      <source>edit the catalogue</source>
      <translation>编辑事项目录</translation>
    </message>
    <message>
      <source>enrol the counter</source>
      <translation>登记本窗口</translation>
    </message>
    <message>
      <source>evaluate</source>
      <translation>开展评估</translation>
    </message>
    <message>
      <source>give up</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>give up a case</source>
      <translation>放弃办件</translation>
    </message>
    <message>
      <source>given up</source>
      <translation>已放弃</translation>
    </message>
    <message>
      <source>households</source>
      <translation>户籍信息</translation>
    </message>
    <message>
      <source>investigate</source>
      <translation>组织调查</translation>
    </message>
    <message>
      <source>issue anew</source>
      <translation>重新出具</translation>
    </message>
    <message>
      <source>joint conference's office</source>
      <translation>联席会议办公室</translation>
    </message>
    <message>
      <source>keep the meeting's items</source>
      <translation>登记议题</translation>
    </message>
    <message>
      <source>legal reviewer</source>
      <translation>合法性审查人员</translation>
    </message>
    <message>
      <source>live</source>
      <translation>正式</translation>
    </message>
    <message>
      <source>look into registers</source>
      <translation>查询信息库</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>没有查到</translation>
    </message>
    <message>
      <source>open</source>
      <translation>受理中</translation>
    </message>
    <message>
      <source>open a case</source>
      <translation>受理办件</translation>
    </message>
    <message>
      <source>print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>propose an interview</source>
      <translation>提请约谈</translation>
    </message>
    <message>
      <source>publish the catalogue</source>
      <translation>发布事项目录</translation>
    </message>
    <message>
      <source>read the trail</source>
      <translation>查看操作记录</translation>
    </message>
    <message>
      <source>real estate</source>
      <translation>房产信息</translation>
    </message>
    <message>
      <source>receipt letter</source>
      <translation>受理回执</translation>
    </message>
    <message>
      <source>register and change seals</source>
      <translation>登记和变更印章</translation>
    </message>
    <message>
      <source>review the catalogue</source>
      <translation>审查事项目录</translation>
    </message>
    <message>
      <source>seal</source>
      <translation>盖章</translation>
    </message>
    <message>
      <source>seal and approve</source>
      <translation>盖章并批准</translation>
    </message>
    <message>
      <source>seal and wait for checks</source>
      <translation>盖章并等待核实</translation>
    </message>
    <message>
      <source>seal's holder</source>
      <translation>用印人</translation>
    </message>
    <message>
      <source>see cases</source>
      <translation>查看办件</translation>
    </message>
    <message>
      <source>see seals and their uses</source>
      <translation>查看印章和用印记录</translation>
    </message>
    <message>
      <source>see units' figures</source>
      <translation>查看各单位情况</translation>
    </message>
    <message>
      <source>send to the platform</source>
      <translation>向平台报送</translation>
    </message>
    <message>
      <source>set tasks</source>
      <translation>下达任务</translation>
    </message>
    <message>
      <source>show a whole number</source>
      <translation>显示完整号码</translation>
    </message>
    <message>
      <source>social security</source>
      <translation>社保信息</translation>
    </message>
    <message>
      <source>supervisor</source>
      <translation>监督人员</translation>
    </message>
    <message>
      <source>take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>take lists out</source>
      <translation>导出清单</translation>
    </message>
    <message>
      <source>the counter itself</source>
      <translation>本机自动</translation>
    </message>
    <message>
      <source>training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>vehicles</source>
      <translation>车辆信息</translation>
    </message>
    <message>
      <source>verify seals</source>
      <translation>验章</translation>
    </message>
    <message>
      <source>void</source>
      <translation>已作废</translation>
    </message>
    <message>
      <source>void it</source>
      <translation>作废</translation>
    </message>
    <message>
      <source>vouch for typed data</source>
      <translation>复核手工录入</translation>
    </message>
    <message>
      <source>waiting for checks</source>
      <translation>等待核实</translation>
    </message>
  </context>
  <context>
    <name>FileList</name>
    <message>
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>待验</translation>
    </message>
  </context>
  <context>
    <name>Foot</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>卡</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Service</source>
      <translation>服务</translation>
    </message>
  </context>
  <context>
    <name>HandEntry</name>
    <message>
      <source>Another reason</source>
      <translation>其他原因</translation>
    </message>
    <message>
      <source>Card damaged</source>
      <translation>证件损坏</translation>
    </message>
    <message>
      <source>Document without a chip</source>
      <translation>证件无芯片</translation>
    </message>
    <message>
      <source>Foreigner's residence card, 15 characters</source>
      <translation>外国人永久居留身份证（15位）</translation>
    </message>
    <message>
      <source>Foreigner's residence card, 18 digits</source>
      <translation>外国人永久居留身份证（18位）</translation>
    </message>
    <message>
      <source>Reader out of order</source>
      <translation>读卡器故障</translation>
    </message>
    <message>
      <source>Residence permit for Hong Kong, Macao, Taiwan</source>
      <translation>港澳台居民居住证</translation>
    </message>
    <message>
      <source>Resident identity card</source>
      <translation>居民身份证</translation>
    </message>
  </context>
  <context>
    <name>HandEntryPanel</name>
    <message>
      <source>A second officer compares all with the document, then signs in.</source>
      <translation>请第二位工作人员逐项对照证件核对，再登录确认。</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>住址</translation>
    </message>
    <message>
      <source>Change the entry  Esc</source>
      <translation>修改录入  Esc</translation>
    </message>
    <message>
      <source>Date of birth</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>证件</translation>
    </message>
    <message>
      <source>In a few words</source>
      <translation>简要说明</translation>
    </message>
    <message>
      <source>Issued by</source>
      <translation>签发机关</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>No card: type what the document says</source>
      <translation>无法读卡：照证件录入</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>号码</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>The data will be marked as typed by hand, on the case and on the letter, for good.</source>
      <translation>本件和文书将永久标明证件信息为手工录入。</translation>
    </message>
    <message>
      <source>Valid from</source>
      <translation>有效期起</translation>
    </message>
    <message>
      <source>Valid until</source>
      <translation>有效期止</translation>
    </message>
    <message>
      <source>Why it is typed</source>
      <translation>手工录入的原因</translation>
    </message>
    <message>
      <source>Without an end (长期)</source>
      <translation>长期有效</translation>
    </message>
  </context>
  <context>
    <name>HandEntryPart</name>
    <message>
      <source>Checking the second officer</source>
      <translation>正在核对第二位工作人员</translation>
    </message>
  </context>
  <context>
    <name>HandOverPart</name>
    <message>
      <source>Opening the case</source>
      <translation>正在受理</translation>
    </message>
    <message>
      <source>There is no printer now; the letter waits for one.</source>
      <translation>当前没有可用的打印机，文书留待打印。</translation>
    </message>
    <message>
      <source>Voiding case and letter</source>
      <translation>正在作废办件和文书</translation>
    </message>
    <message>
      <source>asked for at the counter</source>
      <translation>窗口要求</translation>
    </message>
  </context>
  <context>
    <name>IdentityBar</name>
    <message>
      <source>Card expired on {until}</source>
      <translation>证件已于 {until} 到期</translation>
    </message>
    <message>
      <source>Typed by hand ({typed_by}), vouched for by {confirmed_by}</source>
      <translation>手工录入（{typed_by}），{confirmed_by} 复核</translation>
    </message>
    <message>
      <source>Valid only from {since}</source>
      <translation>证件自 {since} 起有效</translation>
    </message>
    <message>
      <source>Validity unknown: {until}</source>
      <translation>有效期不明：{until}</translation>
    </message>
    <message>
      <source>newest address on the card: {address}</source>
      <translation>证件追加住址：{address}</translation>
    </message>
    <message>
      <source>valid until {until}</source>
      <translation>有效期至 {until}</translation>
    </message>
  </context>
  <context>
    <name>Ledger</name>
    <message>
      <source>Applicant</source>
      <translation>申请人</translation>
    </message>
    <message>
      <source>Case number</source>
      <translation>受理编号</translation>
    </message>
    <message>
      <source>Matter</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>受理时间</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>去向</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>已准予</translation>
    </message>
    <message>
      <source>given up</source>
      <translation>已终止</translation>
    </message>
    <message>
      <source>open</source>
      <translation>在办</translation>
    </message>
    <message>
      <source>verify first</source>
      <translation>先核后批</translation>
    </message>
    <message>
      <source>void</source>
      <translation>已作废</translation>
    </message>
    <message>
      <source>▲ look here</source>
      <translation>▲ 需处理</translation>
    </message>
    <message>
      <source>◆ typed by hand</source>
      <translation>◆ 手工录入</translation>
    </message>
    <message>
      <source>○ here</source>
      <translation>○ 在本机</translation>
    </message>
    <message>
      <source>● received</source>
      <translation>● 已收到</translation>
    </message>
    <message>
      <source>◐ sent</source>
      <translation>◐ 已发出</translation>
    </message>
  </context>
  <context>
    <name>LedgerView</name>
    <message numerus="yes">
      <source>%n case(s)</source>
      <translation>
        <numerusform>共 %n 件</numerusform>
      </translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>办件</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Find by name, number or case number</source>
      <translation>按姓名、证件号或受理编号查找</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>Name, end of the number, or case number</source>
      <translation>姓名、证件号末几位或受理编号</translation>
    </message>
  </context>
  <context>
    <name>LetterPanel</name>
    <message>
      <source>Before it is sealed</source>
      <translation>盖章前检查</translation>
    </message>
    <message>
      <source>Not now  Esc</source>
      <translation>暂不用印  Esc</translation>
    </message>
    <message>
      <source>Show how it was signed</source>
      <translation>重放签名过程</translation>
    </message>
    <message>
      <source>The letter</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Who may set the seal signs in here, for this letter only.</source>
      <translation>请用印人在此登录，仅用于本件文书。</translation>
    </message>
  </context>
  <context>
    <name>LetterPart</name>
    <message>
      <source>Drawing the signed letter</source>
      <translation>正在生成已签名的文书</translation>
    </message>
    <message>
      <source>Opening the case, drawing the letter</source>
      <translation>正在受理并生成文书</translation>
    </message>
    <message>
      <source>Taking the next way</source>
      <translation>正在改用下一种方式</translation>
    </message>
  </context>
  <context>
    <name>Lights</name>
    <message>
      <source>A card is on the reader.</source>
      <translation>读卡器上有卡。</translation>
    </message>
    <message>
      <source>A printer takes letters.</source>
      <translation>打印机可以打印文书。</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>卡</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>It is asked before the PIN of the next letter.</source>
      <translation>下一份文书输入PIN之前会询问。</translation>
    </message>
    <message>
      <source>Look at the printer; paper, cover, or paused in the system.</source>
      <translation>请看打印机：缺纸、盖板未合，或在系统里被暂停。</translation>
    </message>
    <message>
      <source>No device of this counter needs the smart card service.</source>
      <translation>本窗口的设备都不需要智能卡服务。</translation>
    </message>
    <message>
      <source>No printer prints at present; letters wait.</source>
      <translation>目前没有打印机在打印，文书在等待。</translation>
    </message>
    <message>
      <source>No seal token is set up at this counter.</source>
      <translation>本窗口没有设置印章UKey。</translation>
    </message>
    <message>
      <source>Nobody can tell while the reader is away.</source>
      <translation>读卡器不在时无法得知。</translation>
    </message>
    <message>
      <source>Nobody can tell while the service is away.</source>
      <translation>服务不在时无法得知。</translation>
    </message>
    <message>
      <source>Nothing needs to be done.</source>
      <translation>无需处理。</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <source>Seal token</source>
      <translation>印章UKey</translation>
    </message>
    <message>
      <source>See to the light before this one.</source>
      <translation>请先处理前一项。</translation>
    </message>
    <message>
      <source>Service</source>
      <translation>服务</translation>
    </message>
    <message>
      <source>The administrator can set one up.</source>
      <translation>可由管理员设置。</translation>
    </message>
    <message>
      <source>The card reader is plugged in.</source>
      <translation>读卡器已插好。</translation>
    </message>
    <message>
      <source>The card reader is plugged in; it is a simulated one.</source>
      <translation>读卡器已插好，是模拟设备。</translation>
    </message>
    <message>
      <source>The seal token is plugged in and has not answered yet.</source>
      <translation>印章UKey已插入，尚未应答。</translation>
    </message>
    <message>
      <source>The seal token is plugged in, known and not locked.</source>
      <translation>印章UKey已插入，已识别，未锁定。</translation>
    </message>
    <message>
      <source>The smart card service is running.</source>
      <translation>智能卡服务正在运行。</translation>
    </message>
    <message>
      <source>Which token seals is still to be chosen.</source>
      <translation>用哪个UKey盖章还没有选定。</translation>
    </message>
    <message>
      <source>being asked</source>
      <translation>正在查询</translation>
    </message>
    <message>
      <source>in trouble</source>
      <translation>有故障</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>已锁定</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>not allowed</source>
      <translation>无权使用</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>不明</translation>
    </message>
    <message>
      <source>not needed</source>
      <translation>不需要</translation>
    </message>
    <message>
      <source>not plugged in</source>
      <translation>未插入</translation>
    </message>
    <message>
      <source>not ready</source>
      <translation>未就绪</translation>
    </message>
    <message>
      <source>not running</source>
      <translation>未运行</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <source>running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <source>there</source>
      <translation>有卡</translation>
    </message>
    <message>
      <source>to be chosen</source>
      <translation>待选择</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Training: simulated devices, invented people, nothing here is valid</source>
      <translation>训练模式：设备为模拟，人员为虚构，任何内容都不作凭证</translation>
    </message>
    <message>
      <source>Zero-proof counter</source>
      <translation>“0证明城市”窗口端</translation>
    </message>
  </context>
  <context>
    <name>MatterPanel</name>
    <message numerus="yes">
      <source>%n matter(s)</source>
      <translation>
        <numerusform>共 %n 个事项</numerusform>
      </translation>
    </message>
    <message>
      <source>Code or pinyin initials</source>
      <translation>编码或拼音首字母</translation>
    </message>
    <message>
      <source>Code or pinyin initials  F3</source>
      <translation>编码或拼音首字母  F3</translation>
    </message>
    <message>
      <source>Matters</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Words in Chinese</source>
      <translation>汉字查找</translation>
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>%n copy(s) wait for a printer</source>
      <translation>%n 份待打印</translation>
    </message>
    <message>
      <source>%n copy(s): nobody knows whether they came out; look at the printer</source>
      <translation>%n 份不知是否打出，请查看打印机</translation>
    </message>
    <message>
      <source>%n letter(s) still without a time stamp</source>
      <translation>还有 %n 份文书没有时间戳</translation>
    </message>
    <message>
      <source>%n not taken by the platform; somebody must look</source>
      <translation>%n 件未被支撑平台接收，请人工处理</translation>
    </message>
    <message>
      <source>Basis {number}</source>
      <translation>办理依据 {number}</translation>
    </message>
    <message>
      <source>Card reader</source>
      <translation>读卡器</translation>
    </message>
    <message>
      <source>Catalogue {version}, {n} matters</source>
      <translation>事项库 {version}，共 {n} 个事项</translation>
    </message>
    <message>
      <source>Connecting to the platform</source>
      <translation>正在连接支撑平台</translation>
    </message>
    <message>
      <source>Counter {terminal} of {hall}</source>
      <translation>{hall} {terminal} 窗口</translation>
    </message>
    <message>
      <source>Document camera</source>
      <translation>高拍仪</translation>
    </message>
    <message>
      <source>Finding devices</source>
      <translation>正在查找设备</translation>
    </message>
    <message>
      <source>Input method: fcitx is reached through ibus</source>
      <translation>输入法：fcitx 经 ibus 接入</translation>
    </message>
    <message>
      <source>Its key is kept by the system's keyring ({backend})</source>
      <translation>密钥由系统密钥环保管（{backend}）</translation>
    </message>
    <message>
      <source>Making the training hall's keys and seal</source>
      <translation>正在制作训练用密钥和印章</translation>
    </message>
    <message>
      <source>Opening the encrypted store</source>
      <translation>正在打开加密的本地库</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <source>Printer: none is set up; letters wait until there is one</source>
      <translation>打印机：未安装，文书留待装好后打印</translation>
    </message>
    <message>
      <source>Reading rules and catalogue</source>
      <translation>正在读取规则和事项库</translation>
    </message>
    <message>
      <source>Saved {saved}: received {applied}, waiting {waiting}</source>
      <translation>本机已存 {saved} 项：平台已收 {applied}，待传 {waiting}</translation>
    </message>
    <message>
      <source>Seal token</source>
      <translation>印章UKey</translation>
    </message>
    <message>
      <source>Sealing broke off at {letters}; nobody knows whether the token signed, and no letter was kept. Seal it again or give the case up.</source>
      <translation>{letters} 用印时中断：UKey 是否已签名无法得知，文书没有保存。请重新用印，或放弃该办件。</translation>
    </message>
    <message>
      <source>Second training officer {officer}, the same password</source>
      <translation>训练用第二位工作人员 {officer}，口令相同</translation>
    </message>
    <message>
      <source>Signature pad</source>
      <translation>手写板</translation>
    </message>
    <message>
      <source>Starting the training platform</source>
      <translation>正在启动训练平台</translation>
    </message>
    <message>
      <source>The store is NOT encrypted</source>
      <translation>本地库没有加密</translation>
    </message>
    <message>
      <source>The store is encrypted</source>
      <translation>本地库已加密</translation>
    </message>
    <message>
      <source>This PC's clock is off by {n} seconds</source>
      <translation>本机时间相差 {n} 秒</translation>
    </message>
    <message>
      <source>This counter has no accounts yet. Whoever sets it up closes this window and makes the first one: python -m app officer add NUMBER NAME --role administrator</source>
      <translation>本机还没有账号。请负责安装的人先关掉本窗口，再建第一个账号：python -m app officer add 工号 姓名 --role administrator</translation>
    </message>
    <message>
      <source>Time {now}</source>
      <translation>本机时间 {now}</translation>
    </message>
    <message>
      <source>Training account {officer}, password {password}, PIN {pin}</source>
      <translation>训练账号 {officer}，口令 {password}，PIN {pin}</translation>
    </message>
    <message>
      <source>Training: its key is kept in a file. {why}</source>
      <translation>训练模式：密钥存放在文件中。{why}</translation>
    </message>
    <message>
      <source>Working calendar {year}</source>
      <translation>工作日历 {year} 年</translation>
    </message>
    <message>
      <source>default printer</source>
      <translation>默认打印机</translation>
    </message>
    <message>
      <source>down, %n wait(s)</source>
      <translation>不通，待传 %n 件</translation>
    </message>
    <message>
      <source>in trouble</source>
      <translation>有故障</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>已锁定</translation>
    </message>
    <message>
      <source>needs a hand</source>
      <translation>需要处理</translation>
    </message>
    <message>
      <source>none, letters wait</source>
      <translation>不可用，文书待打印</translation>
    </message>
    <message>
      <source>not plugged in</source>
      <translation>未插入</translation>
    </message>
    <message>
      <source>not tried yet</source>
      <translation>尚未连接</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <source>ready, card read</source>
      <translation>就绪，已读卡</translation>
    </message>
    <message>
      <source>ready, no card</source>
      <translation>就绪，无卡</translation>
    </message>
    <message>
      <source>simulated</source>
      <translation>模拟</translation>
    </message>
    <message>
      <source>state unknown</source>
      <translation>状态不明</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>已停用</translation>
    </message>
    <message>
      <source>stopped, %n wait(s)</source>
      <translation>已停止，待传 %n 件</translation>
    </message>
    <message>
      <source>up, %n wait(s)</source>
      <translation>畅通，待传 %n 件</translation>
    </message>
    <message>
      <source>up, nothing waits</source>
      <translation>畅通，无待传</translation>
    </message>
  </context>
  <context>
    <name>PaperPart</name>
    <message numerus="yes">
      <source>%n paper(s) kept with the case</source>
      <translation>
        <numerusform>已为办件保存 %n 份材料</numerusform>
      </translation>
    </message>
    <message>
      <source>Keeping the paper</source>
      <translation>正在保存材料</translation>
    </message>
    <message>
      <source>Make the letter first; then a paper can be taken in for its case.</source>
      <translation>请先制作文书，再为该办件收取材料。</translation>
    </message>
    <message>
      <source>Pictures and PDF</source>
      <translation>图片和 PDF</translation>
    </message>
    <message>
      <source>The paper's picture</source>
      <translation>材料图片</translation>
    </message>
  </context>
  <context>
    <name>PapersStrip</name>
    <message numerus="yes">
      <source>%n picture(s) ready in the camera's folder</source>
      <translation>
        <numerusform>高拍仪文件夹中有 %n 张图片可收取</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) still being written</source>
      <translation>
        <numerusform>%n 张图片还在写入</numerusform>
      </translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Close  F7</source>
      <translation>关闭  F7</translation>
    </message>
    <message>
      <source>Evidence of a check (Art. 11)</source>
      <translation>核查证据（第十一条）</translation>
    </message>
    <message>
      <source>Own document instead of {proof}</source>
      <translation>代替{proof}的本人材料</translation>
    </message>
    <message>
      <source>Papers of this case: {papers}</source>
      <translation>本办件的材料：{papers}</translation>
    </message>
    <message>
      <source>Take a paper in</source>
      <translation>收取材料</translation>
    </message>
    <message>
      <source>Take in from the camera</source>
      <translation>从高拍仪收取</translation>
    </message>
    <message>
      <source>Take the picture with the camera; it appears here.</source>
      <translation>请用高拍仪拍摄，图片会显示在这里。</translation>
    </message>
    <message>
      <source>The letter signed on paper</source>
      <translation>纸质签名的文书</translation>
    </message>
    <message>
      <source>The picture in the camera's folder</source>
      <translation>高拍仪文件夹中的图片</translation>
    </message>
    <message>
      <source>What the paper is for</source>
      <translation>材料的用途</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
  </context>
  <context>
    <name>PdfView</name>
    <message>
      <source>Page {n}</source>
      <translation>第 {n} 页</translation>
    </message>
  </context>
  <context>
    <name>PinBox</name>
    <message>
      <source>Not now</source>
      <translation>暂不盖章</translation>
    </message>
    <message>
      <source>Only one try is left. Make sure of the PIN, then tick that you mean it.</source>
      <translation>只剩最后一次机会。请先核对PIN，再勾选确认。</translation>
    </message>
    <message>
      <source>PIN of the seal</source>
      <translation>印章UKey的PIN</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>盖章</translation>
    </message>
    <message>
      <source>Take this token</source>
      <translation>用这个UKey</translation>
    </message>
    <message>
      <source>Tokens that may set this seal</source>
      <translation>可以盖此章的UKey</translation>
    </message>
    <message>
      <source>Use the last try; a wrong PIN locks the token for good</source>
      <translation>使用最后一次机会；PIN再错，UKey将被锁定</translation>
    </message>
  </context>
  <context>
    <name>Reception</name>
    <message>
      <source>%n copy(s) did not come out</source>
      <translation>%n 份没打出</translation>
    </message>
    <message>
      <source>%n copy(s) handed to the printer</source>
      <translation>%n 份已交打印机</translation>
    </message>
    <message>
      <source>%n copy(s) handed to the system, which does not tell when they are out</source>
      <translation>已向系统交付 %n 份；系统不告知何时打出</translation>
    </message>
    <message>
      <source>%n copy(s) printed</source>
      <translation>已打印 %n 份</translation>
    </message>
    <message>
      <source>%n copy(s) wait for a printer</source>
      <translation>%n 份待打印</translation>
    </message>
    <message>
      <source>%n copy(s) were cancelled in the print queue</source>
      <translation>%n 份在打印队列中被取消</translation>
    </message>
    <message>
      <source>%n copy(s): look at the printer whether they are out</source>
      <translation>%n 份不知是否打出，请查看打印机</translation>
    </message>
    <message>
      <source>%n copy(s): the print service does not know them any more; look at the printer</source>
      <translation>%n 份：打印服务已查不到；请到打印机查看</translation>
    </message>
    <message>
      <source>%n copy(s): the printer gave up</source>
      <translation>%n 份：打印机放弃打印</translation>
    </message>
    <message>
      <source>%n page(s) have come out so far</source>
      <translation>已打出 %n 页</translation>
    </message>
    <message>
      <source>A character has no glyph in the letter's fonts; sealing is not possible</source>
      <translation>文书字体缺字，不能盖章</translation>
    </message>
    <message>
      <source>Check, ask a second officer</source>
      <translation>检查，请第二人复核</translation>
    </message>
    <message>
      <source>Checking the finished letter</source>
      <translation>正在验章</translation>
    </message>
    <message>
      <source>Drawing the letter</source>
      <translation>正在生成文书</translation>
    </message>
    <message>
      <source>Every character has a glyph</source>
      <translation>文书字体不缺字</translation>
    </message>
    <message>
      <source>Every paragraph of the notice was shown to the applicant</source>
      <translation>告知内容已逐段向申请人显示</translation>
    </message>
    <message>
      <source>Keeping case and letter</source>
      <translation>正在保存办件和文书</translation>
    </message>
    <message>
      <source>Kept at this counter</source>
      <translation>已存本窗口</translation>
    </message>
    <message>
      <source>Make the letter, show the applicant</source>
      <translation>生成承诺书，请申请人看</translation>
    </message>
    <message>
      <source>Make the receipt</source>
      <translation>生成受理回执</translation>
    </message>
    <message>
      <source>Next applicant</source>
      <translation>下一位</translation>
    </message>
    <message>
      <source>No glyph for {points}</source>
      <translation>字体缺字：{points}</translation>
    </message>
    <message>
      <source>No receipt of the platform yet</source>
      <translation>尚无平台回执</translation>
    </message>
    <message>
      <source>Not sent yet; it goes by itself when the line is up</source>
      <translation>尚未上传，网络通后自动上传</translation>
    </message>
    <message>
      <source>Not signed yet</source>
      <translation>尚未签名</translation>
    </message>
    <message>
      <source>Pick the matter; Enter takes it</source>
      <translation>请选择事项，按 Enter 确定</translation>
    </message>
    <message>
      <source>Received by the platform, receipt kept</source>
      <translation>支撑平台已收到，平台回执已存</translation>
    </message>
    <message>
      <source>Seal, keep and print 2 copies</source>
      <translation>盖章并打印 2 份</translation>
    </message>
    <message>
      <source>Sent to the platform</source>
      <translation>已发往支撑平台</translation>
    </message>
    <message>
      <source>Signed by the applicant</source>
      <translation>申请人已签名</translation>
    </message>
    <message>
      <source>The PIN is asked before any work starts</source>
      <translation>盖章前先输入PIN</translation>
    </message>
    <message>
      <source>The applicant is reading the notice</source>
      <translation>申请人正在阅读告知内容</translation>
    </message>
    <message>
      <source>The applicant is reading; Ctrl+F12 brings the page back</source>
      <translation>申请人正在阅读，按 Ctrl+F12 收回页面</translation>
    </message>
    <message>
      <source>The platform did not take it; see devices and line</source>
      <translation>支撑平台未接收，请看“设备与网络”</translation>
    </message>
    <message>
      <source>The print service does not answer; it is asked again.</source>
      <translation>打印服务没有应答，稍后会再次询问。</translation>
    </message>
    <message>
      <source>The printer is at it</source>
      <translation>打印机正在打印</translation>
    </message>
    <message>
      <source>The seal is signing</source>
      <translation>正在签章</translation>
    </message>
    <message>
      <source>Vouch and go on</source>
      <translation>复核无误，继续</translation>
    </message>
    <message>
      <source>Waiting for the identity card</source>
      <translation>等待读取身份证</translation>
    </message>
    <message>
      <source>no longer needed</source>
      <translation>已取消，不再需要</translation>
    </message>
    <message>
      <source>we ask the unit that knows</source>
      <translation>我们请有关单位协查</translation>
    </message>
    <message>
      <source>we check it ourselves</source>
      <translation>我们自己去核实</translation>
    </message>
    <message>
      <source>we look it up in shared data</source>
      <translation>我们从共享数据中查</translation>
    </message>
    <message>
      <source>your own document is enough</source>
      <translation>用您已有的材料就行</translation>
    </message>
    <message>
      <source>your signed commitment is enough</source>
      <translation>您签名承诺就行</translation>
    </message>
    <message>
      <source>{out} of {pages} pages</source>
      <translation>共 {pages} 页，打出 {out} 页</translation>
    </message>
  </context>
  <context>
    <name>ReceptionPage</name>
    <message>
      <source>Take paper in  F7</source>
      <translation>收取材料  F7</translation>
    </message>
  </context>
  <context>
    <name>ReceptionView</name>
    <message>
      <source>undone before sealing</source>
      <translation>盖章前撤销</translation>
    </message>
  </context>
  <context>
    <name>RecoveryView</name>
    <message>
      <source>It is written down</source>
      <translation>已经抄好</translation>
    </message>
    <message>
      <source>It opens this counter's store when the keyring cannot. It is shown once and kept nowhere: write it down and lock it away.</source>
      <translation>密钥环失效时，用它打开本窗口的本地库。它只显示这一次，程序不保存：请抄写下来，锁好保管。</translation>
    </message>
    <message>
      <source>Recovery key of this counter</source>
      <translation>本窗口的恢复密钥</translation>
    </message>
    <message>
      <source>Recovery key {key}</source>
      <translation>恢复密钥 {key}</translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message>
      <source>Report</source>
      <translation>验证报告</translation>
    </message>
  </context>
  <context>
    <name>RevealStrip</name>
    <message>
      <source>Show for 15 seconds</source>
      <translation>显示 15 秒</translation>
    </message>
    <message>
      <source>Why the whole number is needed</source>
      <translation>查看完整号码的理由</translation>
    </message>
  </context>
  <context>
    <name>SealForm</name>
    <message>
      <source>A second officer, with the duty to confirm, looks at it and signs in.</source>
      <translation>请另一位有确认职责的工作人员核对后登录确认。</translation>
    </message>
    <message>
      <source>Ask the second officer</source>
      <translation>请第二人确认</translation>
    </message>
    <message>
      <source>Back  Esc</source>
      <translation>返回  Esc</translation>
    </message>
    <message>
      <source>Change it  Esc</source>
      <translation>返回修改  Esc</translation>
    </message>
    <message>
      <source>For which letters</source>
      <translation>用于哪类文书</translation>
    </message>
    <message>
      <source>Keeper's officer number</source>
      <translation>保管人工号</translation>
    </message>
    <message>
      <source>Officers who may set it</source>
      <translation>用印人</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
  </context>
  <context>
    <name>SealPart</name>
    <message numerus="yes">
      <source>%n try(s) left</source>
      <translation>
        <numerusform>还可试 %n 次</numerusform>
      </translation>
    </message>
    <message>
      <source>Asking the seal</source>
      <translation>正在检查印章UKey</translation>
    </message>
    <message>
      <source>Checking the seal's holder</source>
      <translation>正在核对用印人</translation>
    </message>
    <message>
      <source>Sealing</source>
      <translation>正在盖章</translation>
    </message>
    <message>
      <source>Several tokens may set this seal. Which one seals?</source>
      <translation>插着多个可以盖此章的UKey。用哪一个盖章？</translation>
    </message>
    <message>
      <source>The token {serial}, used so far, is not plugged in. Which one seals?</source>
      <translation>一直使用的UKey {serial} 没有插上。用哪一个盖章？</translation>
    </message>
    <message>
      <source>This certificate is not the one used so far. Seal with it?</source>
      <translation>这张证书不是一直使用的那张。用它盖章吗？</translation>
    </message>
    <message>
      <source>not ready</source>
      <translation>未就绪</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <source>the token does not say how many tries are left</source>
      <translation>UKey不报告还可试几次</translation>
    </message>
  </context>
  <context>
    <name>Seals</name>
    <message>
      <source> (simulated)</source>
      <translation>（模拟）</translation>
    </message>
    <message>
      <source>(this computer's clock)</source>
      <translation>（本机时间）</translation>
    </message>
    <message>
      <source>Change who may use it</source>
      <translation>变更用印人</translation>
    </message>
    <message>
      <source>Digest</source>
      <translation>文件摘要</translation>
    </message>
    <message>
      <source>For</source>
      <translation>用于</translation>
    </message>
    <message>
      <source>Keeper</source>
      <translation>保管人</translation>
    </message>
    <message>
      <source>May set it</source>
      <translation>用印人</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>印章图像</translation>
    </message>
    <message>
      <source>Register it as the renewed seal</source>
      <translation>换章登记</translation>
    </message>
    <message>
      <source>Register the seal</source>
      <translation>印章登记</translation>
    </message>
    <message>
      <source>Registered and in use</source>
      <translation>已登记，在用</translation>
    </message>
    <message>
      <source>Replaced by a newer seal; it seals nothing any more</source>
      <translation>已换发新章，不能再用印</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>印章</translation>
    </message>
    <message>
      <source>The new seal takes the old one's place; the old one goes out of use.</source>
      <translation>新印章启用，旧印章同时停用。</translation>
    </message>
    <message>
      <source>The seal file of this counter is not registered; it seals nothing.</source>
      <translation>本窗口的印章尚未登记，不能用印。</translation>
    </message>
    <message>
      <source>The seal goes out of use for good; letters sealed before stay good.</source>
      <translation>印章停用后不再启用；此前盖章的文书仍然有效。</translation>
    </message>
    <message>
      <source>This counter has no seal file.</source>
      <translation>本窗口没有印章文件。</translation>
    </message>
    <message>
      <source>Uses</source>
      <translation>用印次数</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>有效期</translation>
    </message>
    <message>
      <source>Whose seal it is from now on, and for which letters.</source>
      <translation>登记今后由谁保管、谁用印、用于哪类文书。</translation>
    </message>
    <message>
      <source>Withdraw the seal</source>
      <translation>停用印章</translation>
    </message>
    <message>
      <source>Withdrawn; it seals nothing any more</source>
      <translation>已停用，不能再用印</translation>
    </message>
    <message>
      <source>asked by {one}, confirmed by {other}</source>
      <translation>{one} 提出，{other} 确认</translation>
    </message>
    <message>
      <source>by the installation itself (training)</source>
      <translation>随安装自动登记（训练）</translation>
    </message>
    <message>
      <source>registered</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>registered as the renewed seal</source>
      <translation>换章登记</translation>
    </message>
    <message>
      <source>replaced</source>
      <translation>被新章替换</translation>
    </message>
    <message>
      <source>the installation</source>
      <translation>安装程序</translation>
    </message>
    <message>
      <source>token {serial}</source>
      <translation>UKey {serial}</translation>
    </message>
    <message>
      <source>use changed</source>
      <translation>变更用印人</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>停用</translation>
    </message>
    <message>
      <source>… under way</source>
      <translation>… 进行中</translation>
    </message>
    <message>
      <source>■ refused</source>
      <translation>■ 被拒绝</translation>
    </message>
    <message>
      <source>▲ end unknown</source>
      <translation>▲ 结果不明</translation>
    </message>
    <message>
      <source>▲ failed</source>
      <translation>▲ 失败</translation>
    </message>
    <message>
      <source>○ PIN not given</source>
      <translation>○ 未输入PIN，取消</translation>
    </message>
    <message>
      <source>● sealed</source>
      <translation>● 已盖章</translation>
    </message>
  </context>
  <context>
    <name>SealsPanel</name>
    <message>
      <source>Acts on seals</source>
      <translation>印章变动</translation>
    </message>
    <message>
      <source>Done and kept on the record.</source>
      <translation>已完成并留痕。</translation>
    </message>
    <message>
      <source>Seals</source>
      <translation>印章</translation>
    </message>
    <message>
      <source>Uses of the seal</source>
      <translation>用印记录</translation>
    </message>
  </context>
  <context>
    <name>SecondOfficerBox</name>
    <message>
      <source>Officer number</source>
      <translation>工号</translation>
    </message>
    <message>
      <source>Officer number of the second officer</source>
      <translation>第二位工作人员的工号</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Password of the second officer</source>
      <translation>第二位工作人员的口令</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>The program made a mistake; the report {file} holds nothing personal.</source>
      <translation>程序出错了，报告 {file} 不含个人信息。</translation>
    </message>
  </context>
  <context>
    <name>SettingsView</name>
    <message>
      <source>Ctrl and + or - change the text size anywhere.</source>
      <translation>随时可按 Ctrl 和 + 或 - 调整字号。</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>配色</translation>
    </message>
  </context>
  <context>
    <name>SignInView</name>
    <message>
      <source>Checking</source>
      <translation>正在核对</translation>
    </message>
    <message>
      <source>Locked. The visit is kept and goes on after signing in.</source>
      <translation>已锁屏。办件保留，登录后接着办。</translation>
    </message>
    <message>
      <source>Officer number</source>
      <translation>工号</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>正在启动</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Ready?</source>
      <translation>准备情况</translation>
    </message>
    <message>
      <source>Sign in  Enter</source>
      <translation>登录  Enter</translation>
    </message>
    <message>
      <source>Zero-proof counter</source>
      <translation>“0证明城市”窗口端</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Line</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <source>Reader</source>
      <translation>读卡器</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>签章</translation>
    </message>
  </context>
  <context>
    <name>StepList</name>
    <message>
      <source>1 Applicant</source>
      <translation>1 申请人</translation>
    </message>
    <message>
      <source>2 Matter</source>
      <translation>2 事项</translation>
    </message>
    <message>
      <source>3 Checklist</source>
      <translation>3 证明清单</translation>
    </message>
    <message>
      <source>4 Read and sign</source>
      <translation>4 阅读签名</translation>
    </message>
    <message>
      <source>5 Seal</source>
      <translation>5 盖章</translation>
    </message>
    <message>
      <source>6 Hand over</source>
      <translation>6 交付</translation>
    </message>
  </context>
  <context>
    <name>StrokeReplay</name>
    <message>
      <source>The applicant's signature</source>
      <translation>申请人的签名</translation>
    </message>
  </context>
  <context>
    <name>TrainingPanel</name>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Put the card on</source>
      <translation>放上证件</translation>
    </message>
    <message>
      <source>Take it away</source>
      <translation>拿走证件</translation>
    </message>
    <message>
      <source>Training card</source>
      <translation>训练证件</translation>
    </message>
  </context>
  <context>
    <name>Verify</name>
    <message>
      <source>A seal of this file is not valid: {sentence}</source>
      <translation>文件中有印章无效：{sentence}</translation>
    </message>
    <message>
      <source>An earlier step ended the check.</source>
      <translation>前面的步骤已使验证终止。</translation>
    </message>
    <message>
      <source>Ask the administrator for the certificate of the authority that issued: {names}.</source>
      <translation>请管理员取得下列证书的签发机构证书：{names}。</translation>
    </message>
    <message>
      <source>Built as the standard says.</source>
      <translation>编排符合标准。</translation>
    </message>
    <message>
      <source>Cannot tell</source>
      <translation>无法判断</translation>
    </message>
    <message>
      <source>Cannot tell is neither valid nor invalid: something is missing that is needed to judge. Do not rely on the seal until it is there.</source>
      <translation>“无法判断”既不是有效，也不是无效：判断所需的东西还不齐。补齐之前，请勿采信。</translation>
    </message>
    <message>
      <source>Checked at</source>
      <translation>验证时间</translation>
    </message>
    <message>
      <source>Choose files, or drop them here</source>
      <translation>选择文件，或把文件拖到这里</translation>
    </message>
    <message>
      <source>Could not be read and were left out: {names}.</source>
      <translation>以下文件无法读取，未采用：{names}。</translation>
    </message>
    <message>
      <source>Counter</source>
      <translation>验证窗口</translation>
    </message>
    <message>
      <source>Document unchanged</source>
      <translation>文件未改动</translation>
    </message>
    <message>
      <source>Every seal here is valid, and nothing was changed since.</source>
      <translation>印章有效，盖章后文件未被改动。</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>For training, no proof of anything</source>
      <translation>训练用，不作凭证</translation>
    </message>
    <message>
      <source>It cannot be told whether the seal is valid: {sentence}</source>
      <translation>无法判断印章是否有效：{sentence}</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Leads to a trusted authority.</source>
      <translation>可追溯到受信任的机构。</translation>
    </message>
    <message>
      <source>Maker's certificate</source>
      <translation>制章人证书</translation>
    </message>
    <message>
      <source>No certificate is trusted here, so no seal can be called valid. The administrator puts the authorities' certificates into the trust folder.</source>
      <translation>本窗口没有受信任的证书，因此任何印章都不能判为有效。请管理员把机构的证书放入信任文件夹。</translation>
    </message>
    <message>
      <source>No picture can be drawn</source>
      <translation>印模无法显示</translation>
    </message>
    <message>
      <source>No revocation list is at hand: whether a certificate was revoked is not known.</source>
      <translation>没有吊销列表：证书是否已被吊销，不得而知。</translation>
    </message>
    <message>
      <source>Not changed since it was sealed.</source>
      <translation>盖章后未被改动。</translation>
    </message>
    <message>
      <source>Not judged: {sentence}</source>
      <translation>未能验证：{sentence}</translation>
    </message>
    <message>
      <source>Not valid</source>
      <translation>无效</translation>
    </message>
    <message>
      <source>Nothing leaves this computer and no file is kept; the record holds the digest and the verdict, not the file's name.</source>
      <translation>文件不离开本机，也不保存；记录中只有文件摘要和结论，没有文件名。</translation>
    </message>
    <message>
      <source>PDF, OFD, seals (.esl) and seal signatures, from anybody</source>
      <translation>可验证任何单位的 PDF、OFD、印章（.esl）和签章文件</translation>
    </message>
    <message>
      <source>Picture of the seal</source>
      <translation>印模</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>验证软件</translation>
    </message>
    <message>
      <source>Revocation lists at hand: {n}.</source>
      <translation>现有吊销列表 {n} 份。</translation>
    </message>
    <message>
      <source>Seal made by its maker</source>
      <translation>印章制作签名</translation>
    </message>
    <message>
      <source>Seal number</source>
      <translation>印章编码</translation>
    </message>
    <message>
      <source>Seal verification report</source>
      <translation>电子印章验证报告</translation>
    </message>
    <message>
      <source>Seal {n}: {name}</source>
      <translation>印章 {n}：{name}</translation>
    </message>
    <message>
      <source>Seal's dates</source>
      <translation>印章有效期</translation>
    </message>
    <message>
      <source>Signature</source>
      <translation>签章签名</translation>
    </message>
    <message>
      <source>Signed at</source>
      <translation>签章时间</translation>
    </message>
    <message>
      <source>Signed by the seal's maker and unchanged.</source>
      <translation>由制章人签名，印章未被改动。</translation>
    </message>
    <message>
      <source>Signed by the signer named here.</source>
      <translation>确由所列签章人签名。</translation>
    </message>
    <message>
      <source>Signer</source>
      <translation>签章人</translation>
    </message>
    <message>
      <source>Signer may use the seal</source>
      <translation>签章人有权用章</translation>
    </message>
    <message>
      <source>Signer's certificate</source>
      <translation>签章人证书</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Structure</source>
      <translation>结构</translation>
    </message>
    <message>
      <source>The seal lists this signer.</source>
      <translation>印章列有此签章人。</translation>
    </message>
    <message>
      <source>The seal was in force.</source>
      <translation>在印章有效期内。</translation>
    </message>
    <message>
      <source>This seal is not valid: {sentence}</source>
      <translation>此印章无效：{sentence}</translation>
    </message>
    <message>
      <source>This seal is valid today; no document is in this file.</source>
      <translation>此印章目前有效；本文件只有印章，没有文书。</translation>
    </message>
    <message>
      <source>Time of signing</source>
      <translation>签章时间</translation>
    </message>
    <message>
      <source>Trust folder: {folder}</source>
      <translation>信任文件夹：{folder}</translation>
    </message>
    <message>
      <source>Trusted here: {n} certificates.</source>
      <translation>本窗口信任 {n} 份证书。</translation>
    </message>
    <message>
      <source>Unreadable</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>有效</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>结论</translation>
    </message>
    <message>
      <source>Verified by the software of this counter. A print is no substitute for the file: only the file itself can be verified again.</source>
      <translation>本报告由本窗口的软件验证得出。打印件不能代替文件本身，只有文件本身可以再次验证。</translation>
    </message>
    <message>
      <source>Within the dates of seal and certificate.</source>
      <translation>在印章和证书有效期内。</translation>
    </message>
    <message>
      <source>cannot tell</source>
      <translation>无法判断</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>不通过</translation>
    </message>
    <message>
      <source>no name</source>
      <translation>无名称</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>不详</translation>
    </message>
    <message>
      <source>not looked at</source>
      <translation>未检查</translation>
    </message>
    <message>
      <source>passed</source>
      <translation>通过</translation>
    </message>
    <message>
      <source>{n} bytes</source>
      <translation>{n} 字节</translation>
    </message>
  </context>
  <context>
    <name>VerifyView</name>
    <message numerus="yes">
      <source>%n file(s) judged</source>
      <translation>
        <numerusform>已验证 %n 个文件</numerusform>
      </translation>
    </message>
    <message>
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <source>Choose files</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Files with seals</source>
      <translation>带章的文件</translation>
    </message>
    <message>
      <source>Looking at the files: {done} of {n}</source>
      <translation>正在验证：{done} / {n}</translation>
    </message>
    <message>
      <source>Only the first {n} files are looked at.</source>
      <translation>只验证前 {n} 个文件。</translation>
    </message>
    <message>
      <source>Print the sheet</source>
      <translation>打印报告</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>存为 PDF</translation>
    </message>
    <message>
      <source>Save the sheet</source>
      <translation>保存报告</translation>
    </message>
    <message>
      <source>Sealed files</source>
      <translation>带章文件</translation>
    </message>
    <message>
      <source>Stopped. Files that were not looked at are left out.</source>
      <translation>已停止，其余文件未验。</translation>
    </message>
    <message>
      <source>The printer {name} has the sheet.</source>
      <translation>报告已交打印机 {name}。</translation>
    </message>
    <message>
      <source>The sheet goes to the printer</source>
      <translation>正在送打印机</translation>
    </message>
    <message>
      <source>The sheet is saved.</source>
      <translation>报告已保存。</translation>
    </message>
    <message>
      <source>This file has not been looked at.</source>
      <translation>此文件尚未验证。</translation>
    </message>
    <message>
      <source>Verify a seal</source>
      <translation>验章</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>未验</translation>
    </message>
    <message>
      <source>seal report</source>
      <translation>验章报告</translation>
    </message>
  </context>
  <context>
    <name>Way</name>
    <message>
      <source>1 cancelled</source>
      <translation>①直接取消</translation>
    </message>
    <message>
      <source>2 commitment</source>
      <translation>②告知承诺</translation>
    </message>
    <message>
      <source>3 data sharing</source>
      <translation>③数据共享</translation>
    </message>
    <message>
      <source>4 inquiry</source>
      <translation>④部门协查</translation>
    </message>
    <message>
      <source>5 own investigation</source>
      <translation>⑤自行核实</translation>
    </message>
    <message>
      <source>6 other material</source>
      <translation>⑥其他材料替代</translation>
    </message>
  </context>
  <context>
    <name>WorkLine</name>
    <message>
      <source>Stop  Esc</source>
      <translation>停止  Esc</translation>
    </message>
  </context>
  <context>
    <name>Workspaces</name>
    <message>
      <source>Devices</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>受理</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>验章</translation>
    </message>
  </context>
  <context>
    <name>problems</name>
    <message>
      <source>A bulletin needs its number and words.</source>
      <translation>通报要写明编号和内容。</translation>
    </message>
    <message>
      <source>A case is not closed on {proof} handed in on demand.</source>
      <translation>不能凭索要来的“{proof}”办结。</translation>
    </message>
    <message>
      <source>A case that is {state} cannot take the step {act}.</source>
      <translation>办件状态为“{state}”，不能进行“{act}”。</translation>
    </message>
    <message>
      <source>A case that is {state} is not looked into any more.</source>
      <translation>办件{state}，不再调查。</translation>
    </message>
    <message>
      <source>A certificate cannot be read.</source>
      <translation>证书无法读取。</translation>
    </message>
    <message>
      <source>A certificate carries a condition that is not understood here.</source>
      <translation>证书带有本程序不认识的限制条件。</translation>
    </message>
    <message>
      <source>A certificate does not say that it is meant for time stamps.</source>
      <translation>证书没有写明可用于时间戳。</translation>
    </message>
    <message>
      <source>A certificate had been revoked.</source>
      <translation>证书当时已被吊销。</translation>
    </message>
    <message>
      <source>A certificate is not meant for signing.</source>
      <translation>该证书不是签名用途。</translation>
    </message>
    <message>
      <source>A certificate is signed in a way that is not judged here.</source>
      <translation>证书的签名方式，本程序不作判断。</translation>
    </message>
    <message>
      <source>A certificate names a way of signing that its issuer's key does not know.</source>
      <translation>证书所写的签名算法与签发机构的密钥不符。</translation>
    </message>
    <message>
      <source>A certificate was no longer valid.</source>
      <translation>证书当时已过期。</translation>
    </message>
    <message>
      <source>A certificate was not signed by the issuer it names, or was changed since.</source>
      <translation>证书不是所写机构签发的，或者签发后被改动。</translation>
    </message>
    <message>
      <source>A certificate was not yet valid.</source>
      <translation>证书当时尚未生效。</translation>
    </message>
    <message>
      <source>A certificate was revoked after the signature.</source>
      <translation>证书在签名之后被吊销。</translation>
    </message>
    <message>
      <source>A certificate's issuer may not issue certificates.</source>
      <translation>证书的签发者无权签发证书。</translation>
    </message>
    <message>
      <source>A character of the card's text cannot be read.</source>
      <translation>证件文字中有一个字无法识别。</translation>
    </message>
    <message>
      <source>A complaint is closed with its result.</source>
      <translation>办结投诉要写明结果。</translation>
    </message>
    <message>
      <source>A complaint needs its number, the unit, the words, and from the hotline its number.</source>
      <translation>投诉要有编号、被投诉单位和内容；热线转来的还要有热线单号。</translation>
    </message>
    <message>
      <source>A condition that holds must be shown by a document.</source>
      <translation>符合的条件要有材料佐证。</translation>
    </message>
    <message>
      <source>A consequence is decided by a named person on a named basis.</source>
      <translation>处理决定要写明决定人和依据。</translation>
    </message>
    <message>
      <source>A contract on file has its number, party, fields and scan.</source>
      <translation>备案的合同要有编号、对方、信息项目和扫描件。</translation>
    </message>
    <message>
      <source>A correcting line needs a reason.</source>
      <translation>更正记录要写明原因。</translation>
    </message>
    <message>
      <source>A correction in time needs its day.</source>
      <translation>限期整改要写明期限。</translation>
    </message>
    <message>
      <source>A counter's name is its division's six digits, a hyphen and up to eight of A-Z, 0-9.</source>
      <translation>窗口代号为六位行政区划码、连字符，再加最多八位 A-Z、0-9。</translation>
    </message>
    <message>
      <source>A county refines for its own units, a department for its matters.</source>
      <translation>区县只细化本区县的单位，部门只细化自己的事项。</translation>
    </message>
    <message>
      <source>A cover or door of the printer is open.</source>
      <translation>打印机的盖板没有合上。</translation>
    </message>
    <message>
      <source>A doubt about a commitment goes into a review.</source>
      <translation>对承诺有疑问的，转入核查复核。</translation>
    </message>
    <message>
      <source>A doubt about it goes into a review.</source>
      <translation>有疑问的，转入核查复核。</translation>
    </message>
    <message>
      <source>A doubt may be settled; a finding is not changed.</source>
      <translation>存疑的可以再定；已定的不再更改。</translation>
    </message>
    <message>
      <source>A file in the document camera's folder is no JPEG, PNG or PDF and was left where it is.</source>
      <translation>高拍仪文件夹中有一个文件不是 JPEG、PNG 或 PDF，已留在原处。</translation>
    </message>
    <message>
      <source>A finding needs a name and evidence.</source>
      <translation>核查结论要有经办人和凭据。</translation>
    </message>
    <message>
      <source>A formula with other numbers has a version of its own.</source>
      <translation>分值不同的公式要另用一个版本号。</translation>
    </message>
    <message>
      <source>A key or a store is here already; an existing store never gets a new key.</source>
      <translation>此处已有密钥或本地库；已有的本地库不会另配新密钥。</translation>
    </message>
    <message>
      <source>A legal reviewer of the joint conference's office confirms it, first at the platform, then at the counter: Settings, Basis of handling.</source>
      <translation>请联席会议办公室的法制审核人员先在平台确认，再在本机“设置”页的“办理依据”里确认。</translation>
    </message>
    <message>
      <source>A legal reviewer of the joint conference's office signs in at this counter and confirms what follows it: Settings, Basis of handling.</source>
      <translation>请联席会议办公室的法制审核人员在本机登录，到“设置”页的“办理依据”里确认接替它的依据。</translation>
    </message>
    <message>
      <source>A line needs the name of who writes it.</source>
      <translation>台账记录要有登记人。</translation>
    </message>
    <message>
      <source>A line of the register needs the unit, evidence, and for other breaches what it is.</source>
      <translation>登记要有单位和证据；其他行为还要写明是什么行为。</translation>
    </message>
    <message>
      <source>A line of the supplement ledger lacks something that must stand in it.</source>
      <translation>补充材料台账缺必填内容。</translation>
    </message>
    <message>
      <source>A live database is never a plain file.</source>
      <translation>正式数据库不得不加密。</translation>
    </message>
    <message>
      <source>A look-up needs the case and what it is for.</source>
      <translation>查询要写明办件和用途。</translation>
    </message>
    <message>
      <source>A name has letters and no digits.</source>
      <translation>姓名只有文字，没有数字。</translation>
    </message>
    <message>
      <source>A name of {characters} characters does not fit into the ring of a seal.</source>
      <translation>{characters}个字的名称排不进印章的环形。</translation>
    </message>
    <message>
      <source>A new formula is for a new period.</source>
      <translation>新公式用于新的期间。</translation>
    </message>
    <message>
      <source>A one-time code has twenty digits.</source>
      <translation>一次性注册码为二十位数字。</translation>
    </message>
    <message>
      <source>A part of the document is protected by no seal.</source>
      <translation>文件中有一部分未受任何印章保护。</translation>
    </message>
    <message>
      <source>A part of the program did not start: {module}.</source>
      <translation>程序有一部分未能启动：{module}。</translation>
    </message>
    <message>
      <source>A part of the program has ended: {module}.</source>
      <translation>程序有一部分已退出：{module}。</translation>
    </message>
    <message>
      <source>A password has {least} to {most} characters.</source>
      <translation>口令长度应为 {least} 至 {most} 个字符。</translation>
    </message>
    <message>
      <source>A picture of the document camera is larger than 20 MB and was left where it is.</source>
      <translation>高拍仪的一张图片超过 20 MB，已留在原处。</translation>
    </message>
    <message>
      <source>A picture of the document camera was not written to its end and was left where it is.</source>
      <translation>高拍仪的一张图片没有写完整，已留在原处。</translation>
    </message>
    <message>
      <source>A platform is reached over https only; plain http is for this machine itself.</source>
      <translation>连接支撑平台只能用 HTTPS；HTTP 只限本机自用。</translation>
    </message>
    <message>
      <source>A proof is listed twice.</source>
      <translation>有一项证明重复列出。</translation>
    </message>
    <message>
      <source>A query parameter is missing or out of bounds.</source>
      <translation>查询参数缺失或超出范围。</translation>
    </message>
    <message>
      <source>A read receipt needs the reader's name.</source>
      <translation>已阅回执要写明阅读人。</translation>
    </message>
    <message>
      <source>A reason is needed, in at most 500 characters.</source>
      <translation>请填写原因，不超过 500 字。</translation>
    </message>
    <message>
      <source>A record of the platform does not fit its program.</source>
      <translation>平台上有一条记录与其程序不相符。</translation>
    </message>
    <message>
      <source>A recovery key has {needed} characters, this has {found}.</source>
      <translation>恢复密钥应为 {needed} 个字符，现为 {found} 个。</translation>
    </message>
    <message>
      <source>A reply needs words.</source>
      <translation>答复不能为空。</translation>
    </message>
    <message>
      <source>A report is closed only with an investigation file.</source>
      <translation>报告须有调查卷宗才能办结。</translation>
    </message>
    <message>
      <source>A review without an opinion is none.</source>
      <translation>没有写审查意见。</translation>
    </message>
    <message>
      <source>A revocation list is there that cannot be used.</source>
      <translation>有吊销列表，但不能使用。</translation>
    </message>
    <message>
      <source>A seal out of use stays out; have a new one made.</source>
      <translation>已停用的印章不再启用，请另行制作新印章。</translation>
    </message>
    <message>
      <source>A sealed part is damaged.</source>
      <translation>已签章的部分已损坏。</translation>
    </message>
    <message>
      <source>A sealed part is missing.</source>
      <translation>已签章的部分缺失。</translation>
    </message>
    <message>
      <source>A sealed part was changed after it was sealed.</source>
      <translation>已签章的部分在签章后被改动。</translation>
    </message>
    <message>
      <source>A slower time limit needs a reason and a name.</source>
      <translation>改用较长时限要写明理由和经办人。</translation>
    </message>
    <message>
      <source>A social credit code has 18 digits or capital letters without I, O, S, V and Z.</source>
      <translation>统一社会信用代码为18位数字或大写字母，不含I、O、S、V、Z。</translation>
    </message>
    <message>
      <source>A supervisor may allow more, with the reason.</source>
      <translation>需要再查的，由监督人员写明理由后准许。</translation>
    </message>
    <message>
      <source>A supplement notice lists at least one thing and says who asks.</source>
      <translation>补充通知至少列一项，并写明经办人。</translation>
    </message>
    <message>
      <source>A task is finished with words on what was done.</source>
      <translation>完成任务要写明完成情况。</translation>
    </message>
    <message>
      <source>A task needs its number, the unit and what is to be done.</source>
      <translation>任务要写明编号、单位和内容。</translation>
    </message>
    <message>
      <source>A time stamp proves the time of signing.</source>
      <translation>时间戳证明了签名时间。</translation>
    </message>
    <message>
      <source>A token on this line cannot be reset.</source>
      <translation>此线路上的UKey不能复位。</translation>
    </message>
    <message>
      <source>A training counter never becomes a live one: use a state folder of its own.</source>
      <translation>训练窗口不能转为正式窗口，请另用一个数据目录。</translation>
    </message>
    <message>
      <source>A tray of the printer is not in its place.</source>
      <translation>打印机的纸盒没有装好。</translation>
    </message>
    <message>
      <source>A tray or box of the printer is nearly full.</source>
      <translation>打印机的出纸盘或废粉盒快满了。</translation>
    </message>
    <message>
      <source>A visit is made by at least two officers; here: {count}.</source>
      <translation>上门调查至少由两人进行，这里只有{count}人。</translation>
    </message>
    <message>
      <source>A visit needs its question and who orders it.</source>
      <translation>安排调查要写明查什么、由谁安排。</translation>
    </message>
    <message>
      <source>Accept the case now; approve when the line is back.</source>
      <translation>先受理，联网后再审批。</translation>
    </message>
    <message>
      <source>Add --mode training or --mode live.</source>
      <translation>请加上 --mode training 或 --mode live。</translation>
    </message>
    <message>
      <source>Add --pack, --basis and --by.</source>
      <translation>请加上 --pack、--basis 和 --by。</translation>
    </message>
    <message>
      <source>Add data sharing, an inquiry, an investigation or another material.</source>
      <translation>请加数据共享、协查、自行调查或者其他材料。</translation>
    </message>
    <message>
      <source>Add only names that belong to this proof alone.</source>
      <translation>请只加专指这项证明的叫法。</translation>
    </message>
    <message>
      <source>Add the answer or the record it rests on.</source>
      <translation>请附上所依据的反馈或记录。</translation>
    </message>
    <message>
      <source>Add the fact that differs.</source>
      <translation>请填写不符的事实。</translation>
    </message>
    <message>
      <source>Agree on a contact and a telephone number with the unit first.</source>
      <translation>请先与该单位商定联系人和电话。</translation>
    </message>
    <message>
      <source>Alarm {number} did not come to you.</source>
      <translation>预警{number}不由你处理。</translation>
    </message>
    <message>
      <source>Alarm {number} is about yourself.</source>
      <translation>预警{number}涉及你本人。</translation>
    </message>
    <message>
      <source>Alarm {number} is decided already.</source>
      <translation>预警{number}已经处理。</translation>
    </message>
    <message>
      <source>An earlier operation on the same case is not through.</source>
      <translation>同一办件的前一步操作尚未完成。</translation>
    </message>
    <message>
      <source>An exchange outside the platform needs its channel, both persons and evidence.</source>
      <translation>平台外交换要写明渠道、双方经办人并附凭证。</translation>
    </message>
    <message>
      <source>An inquiry needs a case and a purpose.</source>
      <translation>协查必须有对应的办件和用途。</translation>
    </message>
    <message>
      <source>An item needs its number, its subject and who raised it.</source>
      <translation>议题要写明编号、内容和提出单位。</translation>
    </message>
    <message>
      <source>An operation of the same name but other content is known: an old copy was restored.</source>
      <translation>平台上已有同号但内容不同的操作：可能恢复过旧备份。</translation>
    </message>
    <message>
      <source>An outcome needs words.</source>
      <translation>处理结果要写明情况。</translation>
    </message>
    <message>
      <source>An overlay's situation asks for less, or it is left out.</source>
      <translation>细化的情形要材料更少，否则不必设。</translation>
    </message>
    <message>
      <source>Another program (process {pid}) holds this counter's data.</source>
      <translation>另一个程序（进程 {pid}）正在使用本窗口的数据。</translation>
    </message>
    <message>
      <source>Another program holds {port}.</source>
      <translation>{port} 被其他程序占用。</translation>
    </message>
    <message>
      <source>Another program is using what is in the card reader.</source>
      <translation>另一个程序正在使用读卡器里的卡或UKey。</translation>
    </message>
    <message>
      <source>Another reviewer of the joint conference's office takes it.</source>
      <translation>请联席会议办公室的另一位审查人员审查。</translation>
    </message>
    <message>
      <source>Another token or certificate ({serial}) is plugged in than the one shown before.</source>
      <translation>现在插入的UKey或证书（{serial}）与刚才显示的不同。</translation>
    </message>
    <message>
      <source>Answer it first; the feedback letter says what was found.</source>
      <translation>请先反馈；反馈函写明核实结果。</translation>
    </message>
    <message>
      <source>Answer now; the answer carries the late mark.</source>
      <translation>请立即反馈；反馈会标明逾期。</translation>
    </message>
    <message>
      <source>Answer the question; then the channels are shown.</source>
      <translation>回答后再选择渠道。</translation>
    </message>
    <message>
      <source>Answer them; an own paper may stay.</source>
      <translation>回答四个问题；申请人自己持有的可以保留。</translation>
    </message>
    <message>
      <source>Answer within the limit that runs.</source>
      <translation>请在现有时限内反馈。</translation>
    </message>
    <message>
      <source>Approved on commitment, but the checks that must follow are not opened.</source>
      <translation>已按告知承诺准予，但没有建立应做的事后核查。</translation>
    </message>
    <message>
      <source>Ask an officer who holds the duty, or the administrator.</source>
      <translation>请找有此职责的工作人员或管理员办理。</translation>
    </message>
    <message>
      <source>Ask another source, or the unit that knows.</source>
      <translation>改查别的信息库，或向掌握情况的单位协查。</translation>
    </message>
    <message>
      <source>Ask another supervisor.</source>
      <translation>请另一位监督人员准许。</translation>
    </message>
    <message>
      <source>Ask first, then let the applicant sign again.</source>
      <translation>先询问，再请申请人重新签字。</translation>
    </message>
    <message>
      <source>Ask for a file sealed with SM3.</source>
      <translation>请索取用 SM3 签章的文件。</translation>
    </message>
    <message>
      <source>Ask for a new code.</source>
      <translation>请索取新的注册码。</translation>
    </message>
    <message>
      <source>Ask for another document, or take the data in by hand.</source>
      <translation>请改用其他证件，或手工录入。</translation>
    </message>
    <message>
      <source>Ask for another document; the card's issuer can say why.</source>
      <translation>请改用其他证件，原因可问发卡机构。</translation>
    </message>
    <message>
      <source>Ask for the file again.</source>
      <translation>请重新索取该文件。</translation>
    </message>
    <message>
      <source>Ask for the file again; it may be damaged.</source>
      <translation>文件可能已损坏，请重新索取。</translation>
    </message>
    <message>
      <source>Ask for the file as it was sealed.</source>
      <translation>请索取签章时的原文件。</translation>
    </message>
    <message>
      <source>Ask for the sealed file.</source>
      <translation>请索取已盖章的文件。</translation>
    </message>
    <message>
      <source>Ask its issuer what it means.</source>
      <translation>请向签发机构询问其含义。</translation>
    </message>
    <message>
      <source>Ask somebody of that unit, or the joint conference's office.</source>
      <translation>请联系该单位人员或联席会议办公室。</translation>
    </message>
    <message>
      <source>Ask the administrator for a token with a valid certificate.</source>
      <translation>请向管理员领取证书有效的印章介质。</translation>
    </message>
    <message>
      <source>Ask the applicant alone, and write down the answer.</source>
      <translation>请单独询问申请人，并记下回答。</translation>
    </message>
    <message>
      <source>Ask the applicant for what is missing.</source>
      <translation>请向申请人问清并补全。</translation>
    </message>
    <message>
      <source>Ask the applicant to sign on the pad.</source>
      <translation>请申请人在签名板上签名。</translation>
    </message>
    <message>
      <source>Ask the maker for the one made for this computer's processor and system.</source>
      <translation>请向厂家索取适用于本机处理器和操作系统的动态库。</translation>
    </message>
    <message>
      <source>Ask the maker for the {ours}-bit one, or name a {bits}-bit Python as helper.</source>
      <translation>请向厂家索取 {ours} 位的动态库，或在设置中指定一个 {bits} 位的 Python 作为辅助程序。</translation>
    </message>
    <message>
      <source>Ask the platform's administrator for a new code.</source>
      <translation>请向支撑平台管理员索取新的注册码。</translation>
    </message>
    <message>
      <source>Ask the seal's maker what it means.</source>
      <translation>请向印章制作单位询问其含义。</translation>
    </message>
    <message>
      <source>Ask the seal's maker whether it was given to this signer.</source>
      <translation>请向制章单位核实该印章是否发给了这位签章人。</translation>
    </message>
    <message>
      <source>Ask the service; the letter is sealed without.</source>
      <translation>请询问时间戳服务方；文书已盖章，但不带时间戳。</translation>
    </message>
    <message>
      <source>Ask the signer about his clock.</source>
      <translation>请向签名人核实其时钟。</translation>
    </message>
    <message>
      <source>Ask the signer for it.</source>
      <translation>请向签名人索取。</translation>
    </message>
    <message>
      <source>Ask the signer what it means.</source>
      <translation>请向签章人询问其含义。</translation>
    </message>
    <message>
      <source>Ask the signer when it was sealed.</source>
      <translation>请向签章人询问何时盖的章。</translation>
    </message>
    <message>
      <source>Ask the signer.</source>
      <translation>请询问签名人。</translation>
    </message>
    <message>
      <source>Ask what was added between the two.</source>
      <translation>请问清两次签章之间增加了什么。</translation>
    </message>
    <message>
      <source>Ask whether a seal was taken out.</source>
      <translation>请问清是否有印章被去除。</translation>
    </message>
    <message>
      <source>Ask which part this seal stands for.</source>
      <translation>请问清此印章对应哪一部分。</translation>
    </message>
    <message>
      <source>At least one field, and only those of the contract: {fields}.</source>
      <translation>至少提供一项，且只能是合同写明的项目：{fields}。</translation>
    </message>
    <message>
      <source>Attach it, or say that it does not hold.</source>
      <translation>请附材料，或者改为不符合。</translation>
    </message>
    <message>
      <source>Before approval, facts that differ are settled with the applicant.</source>
      <translation>决定作出前发现不符的，与申请人核对。</translation>
    </message>
    <message>
      <source>Before line {line} something is missing or in another order.</source>
      <translation>第 {line} 行之前有缺失或次序不对。</translation>
    </message>
    <message>
      <source>Both templates are made for every proof before anybody is asked.</source>
      <translation>请先逐项编制两种模板，再发起协查。</translation>
    </message>
    <message>
      <source>Bring {old} back, or use the recovery key: python -m app recover.</source>
      <translation>请恢复 {old}，或使用恢复密钥：python -m app recover。</translation>
    </message>
    <message>
      <source>Bringing the store to this program's schema needs {needed_mb} MB free.</source>
      <translation>本地库升级需要 {needed_mb} MB 可用空间。</translation>
    </message>
    <message>
      <source>Bulletin {number} had not been sent by then.</source>
      <translation>通报{number}当时还没有发出。</translation>
    </message>
    <message>
      <source>Bulletin {number} is your own bureau's.</source>
      <translation>通报{number}是本局发出的。</translation>
    </message>
    <message>
      <source>Bytes that belong to nothing lie in or around the package.</source>
      <translation>文件包内外有多余的字节。</translation>
    </message>
    <message>
      <source>Call whoever looks after the printer; use another one meanwhile.</source>
      <translation>请联系打印机维护人员；期间使用另一台。</translation>
    </message>
    <message>
      <source>Cancel what nobody needs in its queue, or call the administrator.</source>
      <translation>请取消队列中不需要的任务，或联系管理员。</translation>
    </message>
    <message>
      <source>Case {case} is not on your list.</source>
      <translation>办件{case}不在你的办件清单里。</translation>
    </message>
    <message>
      <source>Case, applicant, proof, way, fact, material, reason, who asked and when.</source>
      <translation>办件、申请人、证明、方式、事实、材料、理由、经办人和日期都要填。</translation>
    </message>
    <message>
      <source>Change the cartridge; a pale letter is printed again with the reason.</source>
      <translation>请更换墨盒；字迹过淡的文书注明理由后重新打印。</translation>
    </message>
    <message>
      <source>Change the waste box, or call whoever looks after the printer.</source>
      <translation>请更换废粉盒，或联系打印机维护人员。</translation>
    </message>
    <message>
      <source>Check it on line.</source>
      <translation>请网上核验。</translation>
    </message>
    <message>
      <source>Check its cable and power, then try again; if it stays silent, choose another line.</source>
      <translation>请检查连接线和电源后重试；仍无反应，请改选其他线路。</translation>
    </message>
    <message>
      <source>Check its name and the right to read it.</source>
      <translation>请检查文件名和读取权限。</translation>
    </message>
    <message>
      <source>Check that CUPS is the print service at this address.</source>
      <translation>请确认此地址上的打印服务是 CUPS。</translation>
    </message>
    <message>
      <source>Check that it is the right token and container.</source>
      <translation>请确认UKey及其容器是否正确。</translation>
    </message>
    <message>
      <source>Check that it is the right token; the name of its part may belong into its profile.</source>
      <translation>请确认UKey是否正确；其应用名称可能需要写进型号配置。</translation>
    </message>
    <message>
      <source>Check that the line is the card reader's and not another device's.</source>
      <translation>请确认这条线路接的是读卡器，不是其他设备。</translation>
    </message>
    <message>
      <source>Check that the line is the token's, then seal again.</source>
      <translation>请确认这条线路接的是印章UKey，再重新盖章。</translation>
    </message>
    <message>
      <source>Check that the right card or token is in the reader, then try again.</source>
      <translation>请核对读卡器里放的是不是要用的卡或UKey，再试一次。</translation>
    </message>
    <message>
      <source>Check that the right token is plugged in, then seal again.</source>
      <translation>请确认插入的UKey正确，再重新盖章。</translation>
    </message>
    <message>
      <source>Check the address and the gateway with the administrator.</source>
      <translation>请与管理员核对地址和网关。</translation>
    </message>
    <message>
      <source>Check the address and the line, then enrol again; an old code needs a new one.</source>
      <translation>请检查地址和线路后重新登记；验证码过期的须另取新码。</translation>
    </message>
    <message>
      <source>Check the cable, and that no other program holds the reader; then try again.</source>
      <translation>请检查线缆，并确认没有其他程序占用读卡器，然后重试。</translation>
    </message>
    <message>
      <source>Check the cable, plug the reader out and in, then seal again.</source>
      <translation>请检查连接线，重新插拔读卡器，再重新盖章。</translation>
    </message>
    <message>
      <source>Check the case number.</source>
      <translation>请核对受理编号。</translation>
    </message>
    <message>
      <source>Check the clock and the time that was written.</source>
      <translation>请核对时钟和所填时间。</translation>
    </message>
    <message>
      <source>Check the day.</source>
      <translation>请核对日期。</translation>
    </message>
    <message>
      <source>Check the keyboard layout and Caps Lock, then try again.</source>
      <translation>请检查键盘布局和 Caps Lock，再试一次。</translation>
    </message>
    <message>
      <source>Check the letter number.</source>
      <translation>请核对文书编号。</translation>
    </message>
    <message>
      <source>Check the name.</source>
      <translation>请核对名称。</translation>
    </message>
    <message>
      <source>Check the number.</source>
      <translation>请核对编号。</translation>
    </message>
    <message>
      <source>Check the reader's cable and power, then read once more.</source>
      <translation>请检查读卡器的线缆和电源，然后再读一次。</translation>
    </message>
    <message>
      <source>Check the staff number.</source>
      <translation>请核对工号。</translation>
    </message>
    <message>
      <source>Check the time.</source>
      <translation>请核对时间。</translation>
    </message>
    <message>
      <source>Check the times that were written.</source>
      <translation>请核对所填时间。</translation>
    </message>
    <message>
      <source>Check this computer's clock.</source>
      <translation>请检查本机时间。</translation>
    </message>
    <message>
      <source>Check this computer's date, or wait for that day.</source>
      <translation>请检查本机日期，或等到生效之日。</translation>
    </message>
    <message>
      <source>Check with the administrator that the address leads to the right platform.</source>
      <translation>请与管理员核对，该地址是否为正确的支撑平台。</translation>
    </message>
    <message>
      <source>Choose A4 for it in the system's settings, or another printer; the letter waits.</source>
      <translation>请在系统设置中为它选择 A4，或另选打印机；文书先等候。</translation>
    </message>
    <message>
      <source>Choose a file instead, or have the camera's folder entered in the settings.</source>
      <translation>请改为选择文件，或请管理员在设置中填入高拍仪的文件夹。</translation>
    </message>
    <message>
      <source>Choose a folder of your own.</source>
      <translation>请选一个自己有权限的目录。</translation>
    </message>
    <message>
      <source>Choose a later day.</source>
      <translation>请选更晚的日期。</translation>
    </message>
    <message>
      <source>Choose a longer one; a sentence is easy to remember.</source>
      <translation>请设长一些，用一句话比较好记。</translation>
    </message>
    <message>
      <source>Choose a period whose last day comes after the first.</source>
      <translation>请选择末日在首日之后的期间。</translation>
    </message>
    <message>
      <source>Choose a signature profile for it in the settings, if those who check letters read it.</source>
      <translation>如果核验文书的一方能读这一版，请在设置中选择相应的签章方案。</translation>
    </message>
    <message>
      <source>Choose a unit of the table.</source>
      <translation>请选择表中的单位。</translation>
    </message>
    <message>
      <source>Choose another keyring; this one keeps nothing.</source>
      <translation>此密钥环不保存内容，请换一个密钥环。</translation>
    </message>
    <message>
      <source>Choose another line on the devices page.</source>
      <translation>请在“设备”页改选其他线路。</translation>
    </message>
    <message>
      <source>Choose another path for --link.</source>
      <translation>请为 --link 另选路径。</translation>
    </message>
    <message>
      <source>Choose another printer; the letter waits.</source>
      <translation>请换一台打印机，文书保留待打印。</translation>
    </message>
    <message>
      <source>Choose another profile, as the reader's maker describes it.</source>
      <translation>请按读卡器厂家的说明选用其他配置。</translation>
    </message>
    <message>
      <source>Choose another staff number.</source>
      <translation>请换一个工号。</translation>
    </message>
    <message>
      <source>Choose data sharing, an inquiry or the department's own investigation.</source>
      <translation>请选择数据共享、协查或者部门自行调查。</translation>
    </message>
    <message>
      <source>Choose one as the default; the letter waits.</source>
      <translation>请设一台为默认打印机，文书保留待打印。</translation>
    </message>
    <message>
      <source>Choose one of the checklist.</source>
      <translation>请从清单中选择。</translation>
    </message>
    <message>
      <source>Choose one of the proofs on the checklist.</source>
      <translation>从核对单上的证明中选择。</translation>
    </message>
    <message>
      <source>Choose one who has, or have the administrator give the duty.</source>
      <translation>请改选有用印职责的人员，或请管理员授予职责。</translation>
    </message>
    <message>
      <source>Choose one; if it is another one, say it in a few words.</source>
      <translation>请选一个原因；其他原因请用几个字写明。</translation>
    </message>
    <message>
      <source>Choose somebody else, or pass it to the joint conference.</source>
      <translation>请换人办理，或者转联席会议办公室。</translation>
    </message>
    <message>
      <source>Choose the SM2 certificate on the token.</source>
      <translation>请选择UKey上的 SM2 证书。</translation>
    </message>
    <message>
      <source>Choose the container with the SM2 key for sealing.</source>
      <translation>请选用存放SM2签章密钥的容器。</translation>
    </message>
    <message>
      <source>Choose the contract with this party.</source>
      <translation>请选与对方签订的合同。</translation>
    </message>
    <message>
      <source>Choose the document from the list.</source>
      <translation>请从列表中选择证件。</translation>
    </message>
    <message>
      <source>Choose the document the number stands on, or compare the number.</source>
      <translation>请选择号码所在的证件，或者核对号码。</translation>
    </message>
    <message>
      <source>Choose the pack that was made to follow it.</source>
      <translation>选择为接替它而制作的规则包。</translation>
    </message>
    <message>
      <source>Choose the picture of the paper.</source>
      <translation>请选择材料的图片。</translation>
    </message>
    <message>
      <source>Choose the reader on the devices page.</source>
      <translation>请在“设备”页选择读卡器。</translation>
    </message>
    <message>
      <source>Choose the signing certificate on the token.</source>
      <translation>请选择UKey上的签名证书。</translation>
    </message>
    <message>
      <source>Choose what the paper is for out of the list.</source>
      <translation>请在列表中选择材料的用途。</translation>
    </message>
    <message>
      <source>Close it afterwards.</source>
      <translation>请在结束后再定稿。</translation>
    </message>
    <message>
      <source>Close it; printing goes on by itself.</source>
      <translation>请合上；打印会自动继续。</translation>
    </message>
    <message>
      <source>Close other programs that use the token, plug it out and in, then seal again.</source>
      <translation>请关闭其他使用UKey的程序，拔下再插上，重新盖章。</translation>
    </message>
    <message>
      <source>Close other programs, then seal again.</source>
      <translation>请关闭其他程序，再重新盖章。</translation>
    </message>
    <message>
      <source>Close the other program, then try again.</source>
      <translation>请关闭另一程序后重试。</translation>
    </message>
    <message>
      <source>Compare both days with the document.</source>
      <translation>请对照证件核对两个日期。</translation>
    </message>
    <message>
      <source>Compare it with the document, or read the card.</source>
      <translation>请与证件核对，或直接读卡。</translation>
    </message>
    <message>
      <source>Compare it with the document; it may be kept.</source>
      <translation>请与证件核对，核对无误可以保留。</translation>
    </message>
    <message>
      <source>Compare it with the licence.</source>
      <translation>请与营业执照核对。</translation>
    </message>
    <message>
      <source>Compare number and firm.</source>
      <translation>请核对证件号码和单位。</translation>
    </message>
    <message>
      <source>Compare that group with the paper. 0, 1, I, L and O do not occur.</source>
      <translation>请与抄写的纸核对这一组；密钥中没有 0、1、I、L、O。</translation>
    </message>
    <message>
      <source>Compare the officer number; the administrator makes accounts.</source>
      <translation>请核对工号；账户由管理员建立。</translation>
    </message>
    <message>
      <source>Complaint {number} is not closed, or was found to be wrong.</source>
      <translation>投诉{number}尚未办结，或查明不属实。</translation>
    </message>
    <message>
      <source>Complaint {number} was not given to you.</source>
      <translation>投诉{number}不由你承办。</translation>
    </message>
    <message>
      <source>Complete the pack and sign it anew.</source>
      <translation>补齐后重新签名。</translation>
    </message>
    <message>
      <source>Confirm the basis at a live counter.</source>
      <translation>请到正式窗口的机器上确认。</translation>
    </message>
    <message>
      <source>Continue at Upload-Offset.</source>
      <translation>请从 Upload-Offset 处续传。</translation>
    </message>
    <message>
      <source>Correct it, or move it away to start with the defaults.</source>
      <translation>请改正该文件，或移走它，按默认设置启动。</translation>
    </message>
    <message>
      <source>Correct or remove that line.</source>
      <translation>请改正或删除该行。</translation>
    </message>
    <message>
      <source>Correct the code.</source>
      <translation>请改正代码。</translation>
    </message>
    <message>
      <source>Correct the entry, then seal.</source>
      <translation>请改正该项，再盖章。</translation>
    </message>
    <message>
      <source>Correct the file.</source>
      <translation>请改正该文件。</translation>
    </message>
    <message>
      <source>Correct the platform's address in the settings.</source>
      <translation>请在设置中改正支撑平台地址。</translation>
    </message>
    <message>
      <source>Data is handed over for one proof of one case.</source>
      <translation>只能为某一办件的某一事实提供信息。</translation>
    </message>
    <message>
      <source>Declining needs a reason and a name.</source>
      <translation>不予出具要写明理由和经办人。</translation>
    </message>
    <message>
      <source>Delete it and type it anew with the input method.</source>
      <translation>请删去，用输入法重新录入。</translation>
    </message>
    <message>
      <source>Do not go on writing. Copy the state folder and call the administrator.</source>
      <translation>请停止办理，复制数据目录并联系管理员。</translation>
    </message>
    <message>
      <source>Do not rely on it.</source>
      <translation>请勿采信。</translation>
    </message>
    <message>
      <source>Do not rely on it; ask for the file again.</source>
      <translation>请勿采信，重新索取文件。</translation>
    </message>
    <message>
      <source>Do not rely on the time alone.</source>
      <translation>不要只凭这个时间。</translation>
    </message>
    <message>
      <source>Do not rely on the time stamp.</source>
      <translation>不要采信这个时间戳。</translation>
    </message>
    <message>
      <source>Do not restore copies of the store. Have the administrator enrol the counter again.</source>
      <translation>请勿用备份恢复本地库。请管理员重新注册本窗口。</translation>
    </message>
    <message>
      <source>Do not use it; tell the administrator.</source>
      <translation>请勿使用，并告知管理员。</translation>
    </message>
    <message>
      <source>Do not use this token; turn to its issuer.</source>
      <translation>请勿使用此UKey，联系发放单位。</translation>
    </message>
    <message>
      <source>Do not use your name or number, nor the same few characters.</source>
      <translation>请勿使用姓名、工号或简单重复的字符。</translation>
    </message>
    <message>
      <source>Each thing asked for needs the fact, the material and the reason.</source>
      <translation>每一项都要写明不符的事实、补充的材料和理由。</translation>
    </message>
    <message>
      <source>Earlier operations are missing.</source>
      <translation>缺少更早的操作。</translation>
    </message>
    <message>
      <source>Empty it when there is time.</source>
      <translation>请在方便时清空。</translation>
    </message>
    <message>
      <source>Enrol at a platform of the same mode.</source>
      <translation>请注册到同一模式的支撑平台。</translation>
    </message>
    <message>
      <source>Enrol the counter again.</source>
      <translation>请重新注册本窗口。</translation>
    </message>
    <message>
      <source>Enrol the counter with a new code.</source>
      <translation>请用新的注册码注册本窗口。</translation>
    </message>
    <message>
      <source>Enrol the counter.</source>
      <translation>请先注册本窗口。</translation>
    </message>
    <message>
      <source>Export the trail again; an export holds at least one line.</source>
      <translation>请重新导出记录；导出文件至少有一行。</translation>
    </message>
    <message>
      <source>Fetch the seal again, or have it made anew.</source>
      <translation>请重新取得印章文件，或者重新制章。</translation>
    </message>
    <message>
      <source>Fetch the seal from the platform again.</source>
      <translation>请从支撑平台重新获取印章。</translation>
    </message>
    <message>
      <source>Fifteen digits are the number of an old document.</source>
      <translation>十五位是旧证件的号码。</translation>
    </message>
    <message>
      <source>Fill in the missing one; the public must be told all four.</source>
      <translation>补齐缺的一项，四项都要公布。</translation>
    </message>
    <message>
      <source>Fill in what is missing and add the scan.</source>
      <translation>请补全并附上扫描件。</translation>
    </message>
    <message>
      <source>Fill in what is missing.</source>
      <translation>请补全。</translation>
    </message>
    <message>
      <source>Fill it in first; no letter goes out with a gap.</source>
      <translation>请先填写；有空缺的文书不能发出。</translation>
    </message>
    <message>
      <source>Fingerprints cannot be read this way.</source>
      <translation>这种方式读不了指纹。</translation>
    </message>
    <message>
      <source>Finish looking into it first.</source>
      <translation>请先查清办结。</translation>
    </message>
    <message>
      <source>Finish the review of case {case} first.</source>
      <translation>请先完成办件 {case} 的复核。</translation>
    </message>
    <message>
      <source>Finish these checks and record what they found; then close the case.</source>
      <translation>把这些核查做完并记下结果，再办结。</translation>
    </message>
    <message>
      <source>First say whether state or work secrets are concerned.</source>
      <translation>请先回答是否涉及国家秘密或工作秘密。</translation>
    </message>
    <message>
      <source>For a run without one: ./run demo --out DIR</source>
      <translation>无显示器时可运行：./run demo --out DIR</translation>
    </message>
    <message>
      <source>For {firm} only a person with its power of attorney may sign.</source>
      <translation>{firm}须由持有授权委托的人签名。</translation>
    </message>
    <message>
      <source>Free some space on the disk and start again.</source>
      <translation>请清理磁盘空间后重新启动。</translation>
    </message>
    <message>
      <source>Free some space, then do the step again.</source>
      <translation>请清理磁盘空间，再做这一步。</translation>
    </message>
    <message>
      <source>Get a one-time code from the platform's administrator and run `python -m app enrol`.</source>
      <translation>请向支撑平台管理员索取一次性注册码，再运行 `python -m app enrol`。</translation>
    </message>
    <message>
      <source>Get the export again from the counter; compare its head with the shift report.</source>
      <translation>请从窗口重新导出，并与交班报告核对其首部。</translation>
    </message>
    <message>
      <source>Give --terminal like 510502-T03.</source>
      <translation>请按此格式填写：--terminal 510502-T03。</translation>
    </message>
    <message>
      <source>Give 1 to 16 for a serial port, 1001 to 1016 for USB, or no port: it is found then.</source>
      <translation>串口填1至16，USB填1001至1016；也可不填，由程序自行查找。</translation>
    </message>
    <message>
      <source>Give a certificate file in DER or PEM.</source>
      <translation>请提供 DER 或 PEM 格式的证书文件。</translation>
    </message>
    <message>
      <source>Give a file like the sample beside the simulated devices.</source>
      <translation>请按模拟设备附带的样例提供文件。</translation>
    </message>
    <message>
      <source>Give a file that hardware record has written.</source>
      <translation>请给出用记录命令写出的文件。</translation>
    </message>
    <message>
      <source>Give a file with 64 hexadecimal digits, or an SM2 key in PEM or DER without password.</source>
      <translation>请提供含 64 位十六进制数的文件，或不带口令的 PEM、DER 格式 SM2 密钥。</translation>
    </message>
    <message>
      <source>Give a name of 3 to 20 characters.</source>
      <translation>请给出3至20个字的名称。</translation>
    </message>
    <message>
      <source>Give a text file in TOML.</source>
      <translation>请给出 TOML 格式的文本文件。</translation>
    </message>
    <message>
      <source>Give a text file with the PIN as its first line.</source>
      <translation>请提供首行为 PIN 的文本文件。</translation>
    </message>
    <message>
      <source>Give at least one of the roles that --help names.</source>
      <translation>请至少给出一个 --help 中列出的角色。</translation>
    </message>
    <message>
      <source>Give it at least one of the six ways before publishing.</source>
      <translation>发布前请至少选定六种方式之一。</translation>
    </message>
    <message>
      <source>Give it up and open a new one for this person.</source>
      <translation>请放弃本件，为此人另开一件。</translation>
    </message>
    <message>
      <source>Give its division code, or choose overseas.</source>
      <translation>请给出其行政区划代码，或选择境外。</translation>
    </message>
    <message>
      <source>Give more of the name of the one that is meant.</source>
      <translation>请把要用的那台名称写得更完整。</translation>
    </message>
    <message>
      <source>Give numbers at their own counter only.</source>
      <translation>编号只能由所属窗口给出。</translation>
    </message>
    <message>
      <source>Give one of these names, or how it begins, or plug the reader in.</source>
      <translation>请写其中一个名称或其开头，或接上要用的读卡器。</translation>
    </message>
    <message>
      <source>Give one of these with --container, or none.</source>
      <translation>请用 --container 指定其中之一，或不指定。</translation>
    </message>
    <message>
      <source>Give one of these with --profile, or none.</source>
      <translation>用 --profile 指定其中一个，或不指定。</translation>
    </message>
    <message>
      <source>Give seconds or a status, then @ and the command's first bytes: 0.5@3001, 41@3001.</source>
      <translation>请给出秒数或状态，后接@和命令开头的字节，如0.5@3001、41@3001。</translation>
    </message>
    <message>
      <source>Give sqlite:///PATH or a path.</source>
      <translation>请填写 sqlite:///PATH 或路径。</translation>
    </message>
    <message>
      <source>Give the PIN as one line of UTF-8 text.</source>
      <translation>请按规定编码以一行文本输入 PIN。</translation>
    </message>
    <message>
      <source>Give the day by which it is put right.</source>
      <translation>请填写整改截止日。</translation>
    </message>
    <message>
      <source>Give the fields that were asked, and no others.</source>
      <translation>请只反馈所查询的内容。</translation>
    </message>
    <message>
      <source>Give the finished SM3 value that is to be signed.</source>
      <translation>请提供已算好的待签 SM3 值。</translation>
    </message>
    <message>
      <source>Give the new list a version of its own.</source>
      <translation>给新清单另起一个版本号。</translation>
    </message>
    <message>
      <source>Give the path of a trail export.</source>
      <translation>请提供留痕导出文件的路径。</translation>
    </message>
    <message>
      <source>Give the right --key-file, or none for a plain file.</source>
      <translation>请提供正确的 --key-file；未加密的文件不用提供。</translation>
    </message>
    <message>
      <source>Give the right --key-file.</source>
      <translation>请提供正确的 --key-file。</translation>
    </message>
    <message>
      <source>Give the situation a code of its own.</source>
      <translation>请给这个情形另编一个代码。</translation>
    </message>
    <message>
      <source>Give the six digits of its division, or that it is overseas.</source>
      <translation>填六位行政区划代码，或者注明在境外。</translation>
    </message>
    <message>
      <source>Give this user the right to write it and its folder, or name another one.</source>
      <translation>请给本用户写入该文件及其文件夹的权限，或另指定一个。</translation>
    </message>
    <message>
      <source>Give up to {most} letters and digits, a letter or digit first.</source>
      <translation>请用最多 {most} 个字母和数字，以字母或数字开头。</translation>
    </message>
    <message>
      <source>Go by the time in the signature.</source>
      <translation>请以签名中的时间为准。</translation>
    </message>
    <message>
      <source>Go on without it.</source>
      <translation>请继续办理，不用此项。</translation>
    </message>
    <message>
      <source>Go on without the photo.</source>
      <translation>请在没有照片的情况下继续。</translation>
    </message>
    <message>
      <source>Go on without the photo; ask the maker for a newer decoder.</source>
      <translation>请在没有照片的情况下继续；请向厂家索取新版解码库。</translation>
    </message>
    <message>
      <source>Go on without the photo; check that reader and decoder are of one make.</source>
      <translation>请在没有照片的情况下继续；请检查读卡器和解码库是否为同一厂家。</translation>
    </message>
    <message>
      <source>Go on without the photo; have the maker's licence file put beside the decoder.</source>
      <translation>请在没有照片的情况下继续；请将厂家的授权文件放在解码库旁边。</translation>
    </message>
    <message>
      <source>Go on working; everything waits here and is sent by itself when the line is back.</source>
      <translation>请继续办理；内容都存在本机，网络恢复后自动上传。</translation>
    </message>
    <message>
      <source>Go on working; it is tried again by itself.</source>
      <translation>请继续办理，程序会自动重试。</translation>
    </message>
    <message>
      <source>Go on; there is nothing to take back.</source>
      <translation>继续办理，没有可撤回的承诺。</translation>
    </message>
    <message>
      <source>Go through it against the new version, then sign it anew.</source>
      <translation>请对照新版目录逐条核对，再重新签名。</translation>
    </message>
    <message>
      <source>Group {group} of the recovery key is mistyped.</source>
      <translation>恢复密钥第 {group} 组输入有误。</translation>
    </message>
    <message>
      <source>Hand nothing over until there is one that is.</source>
      <translation>在有生效的合同之前，不要提供任何信息。</translation>
    </message>
    <message>
      <source>Hand nothing over; look for yourselves, or have the contract filed first.</source>
      <translation>不要提供信息；由本部门自行核实，或先把合同备案。</translation>
    </message>
    <message>
      <source>Have a new cartridge ready.</source>
      <translation>请准备好新墨盒。</translation>
    </message>
    <message>
      <source>Have an editor answer the four questions, with the day.</source>
      <translation>请编辑人员回答四个问题并记下日期。</translation>
    </message>
    <message>
      <source>Have it judged together with its document.</source>
      <translation>请连同原文件一起核验。</translation>
    </message>
    <message>
      <source>Have it judged where it was made.</source>
      <translation>请到出具单位核验。</translation>
    </message>
    <message>
      <source>Have it judged with a reader of its kind.</source>
      <translation>请用对应的阅读软件核验。</translation>
    </message>
    <message>
      <source>Have its issuer set it up.</source>
      <translation>请找发放单位设置。</translation>
    </message>
    <message>
      <source>Have that clause put in first.</source>
      <translation>请先补上这一条款。</translation>
    </message>
    <message>
      <source>Have the administrator add the issuer's certificate to the trust folder.</source>
      <translation>请管理员把签发机构的证书放入信任目录。</translation>
    </message>
    <message>
      <source>Have the administrator enrol the counter again.</source>
      <translation>请管理员重新注册本窗口。</translation>
    </message>
    <message>
      <source>Have the administrator look at the trust folder and at time_stamp_url in the settings.</source>
      <translation>请管理员检查信任文件夹和设置里的 time_stamp_url。</translation>
    </message>
    <message>
      <source>Have the administrator look at the trust folder.</source>
      <translation>请管理员检查信任目录。</translation>
    </message>
    <message>
      <source>Have the administrator look at time_stamp_url in the settings.</source>
      <translation>请管理员检查设置里的 time_stamp_url。</translation>
    </message>
    <message>
      <source>Have the administrator make a real account.</source>
      <translation>请管理员建立正式账号。</translation>
    </message>
    <message>
      <source>Have the administrator put the issuer's newest list into the trust folder.</source>
      <translation>请管理员把颁发机构最新的吊销列表放入信任文件夹。</translation>
    </message>
    <message>
      <source>Have the administrator put the issuer's whole list into the trust folder.</source>
      <translation>请管理员把颁发机构完整的吊销列表放入信任文件夹。</translation>
    </message>
    <message>
      <source>Have the camera save pictures as JPEG, PNG or PDF.</source>
      <translation>请让高拍仪把图片存为 JPEG、PNG 或 PDF。</translation>
    </message>
    <message>
      <source>Have the certificate renewed by its issuer.</source>
      <translation>请签发机构更新证书。</translation>
    </message>
    <message>
      <source>Have the certificate renewed, then the seal made anew.</source>
      <translation>请先更新证书，再重新制章。</translation>
    </message>
    <message>
      <source>Have the change reviewed and published first.</source>
      <translation>先完成变更的审查和公布。</translation>
    </message>
    <message>
      <source>Have the document and its signature judged together.</source>
      <translation>请把文件和签章放在一起核验。</translation>
    </message>
    <message>
      <source>Have the firm give a new one, or go on without a commitment.</source>
      <translation>请单位重新授权，或者改由我们核实。</translation>
    </message>
    <message>
      <source>Have the firm's authorised person sign, or go on without a commitment.</source>
      <translation>请被授权人签名，或者改由我们核实。</translation>
    </message>
    <message>
      <source>Have the maker's files installed completely, beside the library.</source>
      <translation>请把厂家文件完整安装到程序库所在位置。</translation>
    </message>
    <message>
      <source>Have the maker's software installed anew.</source>
      <translation>请重新安装厂家的软件。</translation>
    </message>
    <message>
      <source>Have the maker's software installed completely, all its parts in one folder.</source>
      <translation>请完整安装厂家的软件，所有文件放在同一文件夹中。</translation>
    </message>
    <message>
      <source>Have the numbers of the pack put right.</source>
      <translation>请把规则包里的数字改正过来。</translation>
    </message>
    <message>
      <source>Have the open checks answered; then approve.</source>
      <translation>请先完成待核实项目，再准予。</translation>
    </message>
    <message>
      <source>Have the printer set up anew in the system's settings.</source>
      <translation>请在系统设置中重新添加这台打印机。</translation>
    </message>
    <message>
      <source>Have the seal made again, or choose another one.</source>
      <translation>请重新制章，或换用其他印章。</translation>
    </message>
    <message>
      <source>Have the seal made anew after GB/T 38540-2020.</source>
      <translation>请按 GB/T 38540-2020 重新制章。</translation>
    </message>
    <message>
      <source>Have the seal made anew with its true size.</source>
      <translation>请按实际尺寸重新制章。</translation>
    </message>
    <message>
      <source>Have the seal made with a PNG picture.</source>
      <translation>请用PNG图片重新制章。</translation>
    </message>
    <message>
      <source>Have the seal made with a picture of at least 300 dots per inch.</source>
      <translation>请用每英寸不少于300点的图片重新制章。</translation>
    </message>
    <message>
      <source>Have the seal made with a picture of at most 3000 pixels a side.</source>
      <translation>请用每边不超过3000像素的图片重新制章。</translation>
    </message>
    <message>
      <source>Have the seal made with a smaller picture.</source>
      <translation>请用较小的印模图片重新制章。</translation>
    </message>
    <message>
      <source>Have the seal renewed.</source>
      <translation>请更新印章。</translation>
    </message>
    <message>
      <source>Have the service (pcscd) started; the program goes on by itself.</source>
      <translation>请把该服务（pcscd）启动，程序会自动继续。</translation>
    </message>
    <message>
      <source>Have the template corrected and published again.</source>
      <translation>请改正模板并重新发布。</translation>
    </message>
    <message>
      <source>Install and start a keyring (gnome-keyring, KWallet), then start again.</source>
      <translation>请安装并启动密钥环（gnome-keyring、KWallet），再重新启动。</translation>
    </message>
    <message>
      <source>Install the current version; everything recorded is kept.</source>
      <translation>请安装当前版本，已记录的内容都会保留。</translation>
    </message>
    <message>
      <source>Install the extra named training.</source>
      <translation>请安装名为 training 的附加组件。</translation>
    </message>
    <message>
      <source>Install the file again from a trusted source; tell the administrator.</source>
      <translation>请从可信来源重新安装该文件，并告知管理员。</translation>
    </message>
    <message>
      <source>Install the file again; tell the administrator.</source>
      <translation>请重新安装该文件，并告知管理员。</translation>
    </message>
    <message>
      <source>Install the file together with its .sig; tell the administrator.</source>
      <translation>请连同 .sig 文件一起安装，并告知管理员。</translation>
    </message>
    <message>
      <source>Install the maker's software, or name the right file in the settings.</source>
      <translation>请安装厂家的软件，或在设置中指定正确的文件。</translation>
    </message>
    <message>
      <source>Install the newer program.</source>
      <translation>请安装较新的程序。</translation>
    </message>
    <message>
      <source>Install the pinned sqlcipher3.</source>
      <translation>请安装指定版本的 sqlcipher3。</translation>
    </message>
    <message>
      <source>Install the program version that holds it; a case that is still open can be put under today's basis by picking its matter again.</source>
      <translation>请安装带有这个政策包的程序版本；还没盖章的件，重新选一次事项，就转到今天的依据上。</translation>
    </message>
    <message>
      <source>Issue it, or name another lawful reason.</source>
      <translation>请予出具，或者写明其他法定理由。</translation>
    </message>
    <message>
      <source>Issue the proof, or name another lawful reason.</source>
      <translation>请予出具，或者写明其他法定理由。</translation>
    </message>
    <message>
      <source>It is asked again by itself; the administrator can update the platform.</source>
      <translation>程序会自动再问；管理员可更新支撑平台。</translation>
    </message>
    <message>
      <source>It is larger than a gateway on the way lets through.</source>
      <translation>内容超过途中网关的大小限制。</translation>
    </message>
    <message>
      <source>It is not known where the office {office} is.</source>
      <translation>不知道“{office}”在哪里。</translation>
    </message>
    <message>
      <source>It is sent again by itself; if this stays, tell the administrator.</source>
      <translation>程序会自动重发；仍不行，请告知管理员。</translation>
    </message>
    <message>
      <source>It is sent by itself.</source>
      <translation>程序会自动上传。</translation>
    </message>
    <message>
      <source>It is tried again by itself; the administrator can raise the gateway's limit.</source>
      <translation>程序会自动重试；管理员可以放宽网关限制。</translation>
    </message>
    <message>
      <source>Item {number} is settled already.</source>
      <translation>议题{number}已经议定。</translation>
    </message>
    <message>
      <source>Keep the file as it is and tell the person in charge of audit.</source>
      <translation>请保持文件原样，并告知审计负责人。</translation>
    </message>
    <message>
      <source>Known ones: {known}.</source>
      <translation>可用的有：{known}。</translation>
    </message>
    <message>
      <source>Known ones: {names}.</source>
      <translation>可用的有：{names}。</translation>
    </message>
    <message>
      <source>Lay the card on again; if it stays so, type the document in and have the card looked at.</source>
      <translation>请重新放卡；仍然如此时请手工录入证件，并请有关部门检查该卡。</translation>
    </message>
    <message>
      <source>Leave it cancelled.</source>
      <translation>保持取消。</translation>
    </message>
    <message>
      <source>Leave the profile out, it is found then, or give another one: {names}.</source>
      <translation>请去掉该选项（程序会自动识别），或另选：{names}。</translation>
    </message>
    <message>
      <source>Let another officer compare them with the document and sign in.</source>
      <translation>请另一位工作人员对照证件核对并登录确认。</translation>
    </message>
    <message>
      <source>Let another officer, with the duty to confirm, sign in.</source>
      <translation>请另一位有确认职责的工作人员登录确认。</translation>
    </message>
    <message>
      <source>Let it accept jobs again in the system's settings.</source>
      <translation>请在系统设置中让它重新接收打印任务。</translation>
    </message>
    <message>
      <source>Let it go on at the printer or in the system's settings; the letter waits there.</source>
      <translation>请在打印机上或系统设置中恢复打印；文书在队列中等候。</translation>
    </message>
    <message>
      <source>Let something read it to the end, or write it where there is room.</source>
      <translation>请让接收方读到末尾，或写到有空间的地方。</translation>
    </message>
    <message>
      <source>Let the applicant sign, or go on without a commitment: we check it ourselves.</source>
      <translation>请本人签名；不能签的，改由我们核实。</translation>
    </message>
    <message>
      <source>Let the guardian sign as such, or go on without a commitment.</source>
      <translation>请监护人以监护人身份签名，或者改由我们核实。</translation>
    </message>
    <message>
      <source>Lift all cards from the reader, then put one on it.</source>
      <translation>请把所有卡都拿开，只放一张。</translation>
    </message>
    <message>
      <source>Lift everything from the reader, then put this one card on it.</source>
      <translation>请把读卡器上的东西都拿开，只放这一张证件。</translation>
    </message>
    <message>
      <source>Lift the card and put it on again.</source>
      <translation>请拿起证件，重新放上。</translation>
    </message>
    <message>
      <source>Lift the card, put it on again and leave it until it has been read.</source>
      <translation>请拿起证件重新放上，读完前不要移动。</translation>
    </message>
    <message>
      <source>Lift the card, put it on again and read once more.</source>
      <translation>请拿起证件重新放上，再读一次。</translation>
    </message>
    <message>
      <source>Lift the card, put it on again and read once more; check the cable if it happens again.</source>
      <translation>请拿起证件重新放上再读；仍不行，请检查连接线。</translation>
    </message>
    <message>
      <source>Lift the card, put it on again and read once more; if it stays so, type the document in.</source>
      <translation>请拿起证件，重新放上再读一次；如仍然如此，请手工录入。</translation>
    </message>
    <message>
      <source>Line {line} is not a line of a trail.</source>
      <translation>第 {line} 行不是留痕记录。</translation>
    </message>
    <message>
      <source>Line {line} is not a trace's.</source>
      <translation>第{line}行不是记录文件的内容。</translation>
    </message>
    <message>
      <source>Line {line} was changed after it was written.</source>
      <translation>第 {line} 行写入后被改动过。</translation>
    </message>
    <message>
      <source>List it as what the four answers say, or correct the answers.</source>
      <translation>按四个问题的答案归类，或者更正答案。</translation>
    </message>
    <message>
      <source>List its matters; no unit's matters stay hidden.</source>
      <translation>把它的事项列出来，任何单位的事项都不能隐去。</translation>
    </message>
    <message>
      <source>Look at both states and decide which stands.</source>
      <translation>请对照两边状态，确定以哪个为准。</translation>
    </message>
    <message>
      <source>Look at the finding and at what was decided.</source>
      <translation>请查看核查结论和已作的处理。</translation>
    </message>
    <message>
      <source>Look at the inquiry's times.</source>
      <translation>请查看协查时间。</translation>
    </message>
    <message>
      <source>Look at the last picture in screens.</source>
      <translation>请看 screens 目录中最后一张图片。</translation>
    </message>
    <message>
      <source>Look at the list of what is put aside.</source>
      <translation>请查看挂起列表。</translation>
    </message>
    <message>
      <source>Look at the printer before printing again, so that nothing comes out twice.</source>
      <translation>请先查看打印机，再决定是否重打，以免重复。</translation>
    </message>
    <message>
      <source>Look at the printer how much came out; then print again with the reason.</source>
      <translation>请到打印机查看打出了多少，再注明理由重新打印。</translation>
    </message>
    <message>
      <source>Look at the printer whether it came out, and say so here.</source>
      <translation>请到打印机查看是否已打出，并在此说明。</translation>
    </message>
    <message>
      <source>Look at the printer's own display.</source>
      <translation>请查看打印机自己的显示屏。</translation>
    </message>
    <message>
      <source>Look at the printer's page in the system's settings; the letter waits.</source>
      <translation>请查看系统设置中的打印机页，文书保留待打印。</translation>
    </message>
    <message>
      <source>Look at the printer; where nothing came out, print the sheet again.</source>
      <translation>请查看打印机；如未打印出来，请再打印一次。</translation>
    </message>
    <message>
      <source>Look at the token shown now, then seal again.</source>
      <translation>请核对现在显示的UKey，再重新盖章。</translation>
    </message>
    <message>
      <source>Look at what was changed in the driver since.</source>
      <translation>请查看驱动程序此后改动了什么。</translation>
    </message>
    <message>
      <source>Look the fact up by sharing, by inquiry or on the spot.</source>
      <translation>请通过数据共享、协查或者调查核实。</translation>
    </message>
    <message>
      <source>Look up only what your own cases need.</source>
      <translation>只查自己承办的办件需要的信息。</translation>
    </message>
    <message>
      <source>Look up without it; nobody is asked for a consent that is not needed.</source>
      <translation>请直接查询；不需要的同意不向任何人索取。</translation>
    </message>
    <message>
      <source>Look where it stands; the order is submit, review, publish, withdraw.</source>
      <translation>看清它所处的状态；顺序是提交、审查、公布、撤下。</translation>
    </message>
    <message>
      <source>Look whether it came out; if not, print again with the reason.</source>
      <translation>请看是否已打出；没有打出，请写明原因重新打印。</translation>
    </message>
    <message>
      <source>Lower the share of committed cases, or raise the other.</source>
      <translation>请降低承诺件的抽查比例，或者提高另一个比例。</translation>
    </message>
    <message>
      <source>Make a keyring and set it as the default, then start again.</source>
      <translation>请新建密钥环并设为默认，再重新启动。</translation>
    </message>
    <message>
      <source>Make another administrator's account first.</source>
      <translation>请先建立另一个管理员账号。</translation>
    </message>
    <message>
      <source>Make room on the disk; it is fetched again by itself.</source>
      <translation>请腾出磁盘空间，程序会自动重新获取。</translation>
    </message>
    <message>
      <source>Make sure of the PIN before typing it again; too many wrong ones lock the token.</source>
      <translation>再次输入前请先核对PIN；错误次数过多UKey会被锁定。</translation>
    </message>
    <message>
      <source>Make sure of the PIN, then insist; a wrong one locks the token.</source>
      <translation>请先确认PIN无误，再坚持输入；输错会锁定UKey。</translation>
    </message>
    <message>
      <source>Make the administrator's account first; it makes the others.</source>
      <translation>请先建立管理员账号，再由管理员建立其他账号。</translation>
    </message>
    <message>
      <source>Make the folder, or correct the path.</source>
      <translation>请建立该目录，或改正路径。</translation>
    </message>
    <message>
      <source>Mark it for legal review.</source>
      <translation>标为待法制审核。</translation>
    </message>
    <message>
      <source>More authorities stand below an issuer than it may have below it.</source>
      <translation>颁发机构下面的层级超过了允许的层数。</translation>
    </message>
    <message>
      <source>More look-ups than the day's number need a reason.</source>
      <translation>超过每日次数的查询要写明理由。</translation>
    </message>
    <message>
      <source>Name a Python of 3.8 or later as helper in the settings.</source>
      <translation>请在设置中指定 3.8 或更新版本的 Python 作为辅助程序。</translation>
    </message>
    <message>
      <source>Name a file or folder that this user may read and write.</source>
      <translation>请指定本用户可以读写的文件或文件夹。</translation>
    </message>
    <message>
      <source>Name a file or line that this user may read and write.</source>
      <translation>请指定本用户可以读写的文件或端口。</translation>
    </message>
    <message>
      <source>Name a later day.</source>
      <translation>请另选一天。</translation>
    </message>
    <message>
      <source>Name a new database and its key: --key-file FILE with 64 hexadecimal digits.</source>
      <translation>请指定新的数据库及其密钥：--key-file FILE，内含 64 位十六进制数。</translation>
    </message>
    <message>
      <source>Name a person that ships with the program, or a TOML file.</source>
      <translation>请指定程序自带的人员，或一个 TOML 文件。</translation>
    </message>
    <message>
      <source>Name a person whose file has a table social_security.</source>
      <translation>请选用文件中有social_security表的人员。</translation>
    </message>
    <message>
      <source>Name an empty folder, or one that an earlier demo made.</source>
      <translation>请指定空目录，或以前演示生成的目录。</translation>
    </message>
    <message>
      <source>Name its kind: organ, authorised organisation or public service.</source>
      <translation>补填单位类型：行政机关、授权组织或者公共服务企事业单位。</translation>
    </message>
    <message>
      <source>Name one of the catalogue's check plans.</source>
      <translation>请填写目录里的一个核查计划。</translation>
    </message>
    <message>
      <source>Name one of: {names}.</source>
      <translation>请从中选择：{names}。</translation>
    </message>
    <message>
      <source>Name or password is wrong; tries left: {tries_left}.</source>
      <translation>工号或口令不正确，还可试 {tries_left} 次。</translation>
    </message>
    <message>
      <source>Name the applicant's own paper, or choose another way.</source>
      <translation>请写明申请人自有的材料，或选其他方式。</translation>
    </message>
    <message>
      <source>Name the code of the department that guides the unit.</source>
      <translation>请填写指导该单位的主管部门代码。</translation>
    </message>
    <message>
      <source>Name the document and its number.</source>
      <translation>写明文件名称和文号。</translation>
    </message>
    <message>
      <source>Name the library of the device's maker; the administrator's page lists the kinds.</source>
      <translation>请指定设备厂家的动态库；管理员说明中列出了支持的种类。</translation>
    </message>
    <message>
      <source>Name the one to seal with by --serial, or leave only that one in.</source>
      <translation>请用 --serial 指定其中一个，或只留那一个。</translation>
    </message>
    <message>
      <source>Name the one to seal with.</source>
      <translation>请指定用哪一枚盖章。</translation>
    </message>
    <message>
      <source>Name the plan for verify-first matters.</source>
      <translation>请填写先核实事项用的核查计划。</translation>
    </message>
    <message>
      <source>Name the purpose, the data and the units.</source>
      <translation>请写明目的、查询内容和单位。</translation>
    </message>
    <message>
      <source>Name the rule and its article.</source>
      <translation>写明规定的名称和条款。</translation>
    </message>
    <message>
      <source>Name, contact, proof, use and demanding unit must all be written down.</source>
      <translation>申请人姓名、联系方式、证明名称、用途和索要单位都要登记。</translation>
    </message>
    <message>
      <source>No PIN was typed.</source>
      <translation>没有输入PIN。</translation>
    </message>
    <message>
      <source>No basis is named that follows {number}.</source>
      <translation>没有写明 {number} 之后的依据。</translation>
    </message>
    <message>
      <source>No card is on the reader.</source>
      <translation>读卡器上没有证件。</translation>
    </message>
    <message>
      <source>No card or token is in the card reader.</source>
      <translation>读卡器里没有卡，也没有UKey。</translation>
    </message>
    <message>
      <source>No card reader is set up at this counter.</source>
      <translation>本窗口没有设置读卡器。</translation>
    </message>
    <message>
      <source>No certificate for sealing is on the token.</source>
      <translation>UKey上没有盖章用的证书。</translation>
    </message>
    <message>
      <source>No counter {terminal} is enrolled here.</source>
      <translation>此处没有注册窗口 {terminal}。</translation>
    </message>
    <message>
      <source>No department looks after {unit}.</source>
      <translation>{unit}没有行业主管部门。</translation>
    </message>
    <message>
      <source>No device is plugged in at {port}.</source>
      <translation>{port} 上没有插入设备。</translation>
    </message>
    <message>
      <source>No document camera is set up at this counter.</source>
      <translation>本窗口没有设置高拍仪。</translation>
    </message>
    <message>
      <source>No identity number begins like this.</source>
      <translation>身份证号码没有这样开头的。</translation>
    </message>
    <message>
      <source>No kind of letter is named that the seal is for.</source>
      <translation>未选择印章用于哪类文书。</translation>
    </message>
    <message>
      <source>No letter font has the character {characters}.</source>
      <translation>文书字体中没有“{characters}”这个字。</translation>
    </message>
    <message>
      <source>No printer is set up on this computer.</source>
      <translation>本机没有安装打印机。</translation>
    </message>
    <message>
      <source>No rule is named that makes an outside office issue this.</source>
      <translation>没有写明依据哪条规定须由市外单位开具。</translation>
    </message>
    <message>
      <source>No seal token is plugged in, or it was pulled out; nothing was sealed.</source>
      <translation>印章UKey未插入或已拔出，没有盖章。</translation>
    </message>
    <message>
      <source>No second officer confirms it.</source>
      <translation>没有第二位工作人员确认。</translation>
    </message>
    <message>
      <source>No time limit runs for this inquiry now.</source>
      <translation>这件协查现在没有在计时。</translation>
    </message>
    <message>
      <source>No virtual card reader listens on port {port}.</source>
      <translation>端口{port}上没有虚拟读卡器。</translation>
    </message>
    <message>
      <source>Nobody allows himself more look-ups.</source>
      <translation>不能自己准许自己超量查询。</translation>
    </message>
    <message>
      <source>Nobody falls back on the way {way}: proof {proof}.</source>
      <translation>{proof} 不能用这个办法兜底：{way}。</translation>
    </message>
    <message>
      <source>Nobody has confirmed {number} as the basis for today.</source>
      <translation>还没有人确认今天以 {number} 为依据。</translation>
    </message>
    <message>
      <source>Nobody is logged in at the token; seal again when all is ready.</source>
      <translation>UKey已退出登录；准备好后请重新用印。</translation>
    </message>
    <message>
      <source>Nobody is named who keeps the seal.</source>
      <translation>未填写印章保管人。</translation>
    </message>
    <message>
      <source>Nobody is named who may set the seal.</source>
      <translation>未选择用印人。</translation>
    </message>
    <message>
      <source>Nobody reviews a change he had a hand in.</source>
      <translation>参与起草的人不能审查这项变更。</translation>
    </message>
    <message>
      <source>Nobody stands for the four answers about {material}.</source>
      <translation>“{material}”的四个问题没有写明是谁、哪天回答的。</translation>
    </message>
    <message>
      <source>Nobody would accept a seal by this token's certificate ({why}).</source>
      <translation>用这个介质的证书盖的章不会被认可（{why}）。</translation>
    </message>
    <message>
      <source>None of the tokens plugged in may set this hall's seal.</source>
      <translation>插入的UKey都不能盖本大厅的印章。</translation>
    </message>
    <message>
      <source>Not finished: {proofs} still to be checked after the approval.</source>
      <translation>还不能办结：审批后还要核查的有{proofs}。</translation>
    </message>
    <message>
      <source>Nothing about a secret item is kept here.</source>
      <translation>涉密事项的内容不得在这里留存。</translation>
    </message>
    <message>
      <source>Nothing came out; see to the printer, then print again with the reason.</source>
      <translation>没有打出任何内容；请处理打印机后注明理由重新打印。</translation>
    </message>
    <message>
      <source>Nothing is asked, or something that this proof does not say: {fields}</source>
      <translation>没有选查询内容，或者超出了这项证明的内容：{fields}</translation>
    </message>
    <message>
      <source>Nothing is committed to in case {case}.</source>
      <translation>办件{case}没有作出承诺。</translation>
    </message>
    <message>
      <source>Nothing more to do.</source>
      <translation>不用再做什么。</translation>
    </message>
    <message>
      <source>Nothing needs to be done unless the time of signing is in doubt.</source>
      <translation>无需处理，除非对签名时间有疑问。</translation>
    </message>
    <message>
      <source>Nothing needs to be done.</source>
      <translation>不用处理。</translation>
    </message>
    <message>
      <source>Nothing needs to be done; its issuer wrote it wrongly.</source>
      <translation>不用处理，是签发机构写错了。</translation>
    </message>
    <message>
      <source>Nothing to do; the sealed parts are whole.</source>
      <translation>无需处理，已签章的部分完好。</translation>
    </message>
    <message>
      <source>Nothing to do; the signature itself was judged.</source>
      <translation>无需处理，已按签名本身判断。</translation>
    </message>
    <message>
      <source>Nothing to do; what it signs was compared.</source>
      <translation>无需处理，已按实际签署的内容比对。</translation>
    </message>
    <message>
      <source>Officer {officer} has not the duty of sealing.</source>
      <translation>工号{officer}没有用印职责。</translation>
    </message>
    <message>
      <source>Officer {officer} is not entered among those who may set this seal.</source>
      <translation>工号{officer}不在本印章的用印人名单中。</translation>
    </message>
    <message>
      <source>One notice lists everything; go on with what is there.</source>
      <translation>补充通知要一次列全；请按现有材料办理。</translation>
    </message>
    <message>
      <source>One of these seals the letter: {officers}; or have the entry changed: Settings, Seals.</source>
      <translation>请由以下人员用印：{officers}；或在“设置 – 印章”中变更用印人。</translation>
    </message>
    <message>
      <source>One officer registers it and a second one confirms it: Settings, Seals.</source>
      <translation>请在“设置 – 印章”中由一人登记、另一人确认。</translation>
    </message>
    <message>
      <source>Only a delivered inquiry without an answer can be changed.</source>
      <translation>只有已送达、未反馈的协查才能更改时限。</translation>
    </message>
    <message>
      <source>Only a record that was made can be repaired.</source>
      <translation>有记录的才能修复。</translation>
    </message>
    <message>
      <source>Only facts the department found itself can differ from the form.</source>
      <translation>只有部门自己核实到的信息才能作为不符的依据。</translation>
    </message>
    <message>
      <source>Only gzip is unpacked.</source>
      <translation>只支持解压 gzip。</translation>
    </message>
    <message>
      <source>Only one PIN try is left on the seal token; it was not used.</source>
      <translation>印章UKey只剩一次PIN机会，本次没有使用。</translation>
    </message>
    <message>
      <source>Only the applicant may sign this commitment.</source>
      <translation>这份承诺书只能由申请人本人签名。</translation>
    </message>
    <message>
      <source>Only the digital economy bureau says which outside issuers can be checked on line.</source>
      <translation>哪些市外开具单位可以网上核验，只由数字经济发展局确定。</translation>
    </message>
    <message>
      <source>Only the issuer of the token can unlock it.</source>
      <translation>只有UKey发放单位能解锁。</translation>
    </message>
    <message>
      <source>Open a new case with the current catalogue.</source>
      <translation>请按现行事项库重新受理。</translation>
    </message>
    <message>
      <source>Open it again and look at it as it is now.</source>
      <translation>请重新打开，查看当前内容。</translation>
    </message>
    <message>
      <source>Open it again to see where it stands.</source>
      <translation>请重新打开查看状态。</translation>
    </message>
    <message>
      <source>Open it, or give an empty state folder.</source>
      <translation>请打开它，或指定空的数据目录。</translation>
    </message>
    <message>
      <source>Open it, recover it, or give an empty state folder.</source>
      <translation>请打开它、恢复它，或指定空的数据目录。</translation>
    </message>
    <message>
      <source>Open one, with somebody on duty on every working day.</source>
      <translation>请设立专窗，每个工作日都安排人员值守。</translation>
    </message>
    <message>
      <source>Open the case again to see its letters.</source>
      <translation>请重新打开办件，查看其文书。</translation>
    </message>
    <message>
      <source>Open the case again to see where it stands.</source>
      <translation>请重新打开办件，查看办理状态。</translation>
    </message>
    <message>
      <source>Open the case again to see where it stands; after sealing use void and re-issue.</source>
      <translation>请重新打开办件查看进度；盖章后请用“作废重出”。</translation>
    </message>
    <message>
      <source>Open the case again.</source>
      <translation>请重新打开办件。</translation>
    </message>
    <message>
      <source>Open the case anew.</source>
      <translation>请重新受理。</translation>
    </message>
    <message>
      <source>Open the case it was made for.</source>
      <translation>请打开对应的办件。</translation>
    </message>
    <message>
      <source>Open the case, then look up from there.</source>
      <translation>请打开办件，从办件里查询。</translation>
    </message>
    <message>
      <source>Open the case.</source>
      <translation>请打开办件。</translation>
    </message>
    <message>
      <source>Open the inquiry it was made for.</source>
      <translation>请打开对应的协查。</translation>
    </message>
    <message>
      <source>Open the ledger again.</source>
      <translation>请重新打开台账。</translation>
    </message>
    <message>
      <source>Open the list again.</source>
      <translation>请重新打开清单。</translation>
    </message>
    <message>
      <source>Paper is jammed in the printer.</source>
      <translation>打印机卡纸。</translation>
    </message>
    <message>
      <source>Part of the document is not protected by the seal.</source>
      <translation>文件有一部分不在签章保护范围内。</translation>
    </message>
    <message>
      <source>Passing a complaint on needs a reason.</source>
      <translation>转办要写明理由。</translation>
    </message>
    <message>
      <source>Plug in the hall's token, or have the seal made anew for this one.</source>
      <translation>请插入本大厅的UKey，或为此UKey重新制章。</translation>
    </message>
    <message>
      <source>Plug in the seal token.</source>
      <translation>请插入印章UKey。</translation>
    </message>
    <message>
      <source>Plug in the seal token; if it is the right one, turn to its issuer.</source>
      <translation>请插入印章UKey；如果没有插错，请联系发放单位。</translation>
    </message>
    <message>
      <source>Plug in the token {wanted}.</source>
      <translation>请插入印章UKey {wanted}。</translation>
    </message>
    <message>
      <source>Plug it in again; the program goes on by itself.</source>
      <translation>请重新插入，程序会自动继续。</translation>
    </message>
    <message>
      <source>Plug that token in, or have this one entered in the hall's seal.</source>
      <translation>请插入那个UKey，或让制章单位把这个UKey加入大厅印章。</translation>
    </message>
    <message>
      <source>Plug the device in, or choose its line on the devices page.</source>
      <translation>请插入设备，或在“设备”页选择线路。</translation>
    </message>
    <message>
      <source>Plug the reader and the token out and in, then seal again.</source>
      <translation>请重新插拔读卡器和UKey，再重新盖章。</translation>
    </message>
    <message>
      <source>Plug the reader in; the program goes on by itself.</source>
      <translation>请插上读卡器，程序会自动继续。</translation>
    </message>
    <message>
      <source>Plug the reader out and in, then read once more.</source>
      <translation>请拔下读卡器重新插上，然后再读一次。</translation>
    </message>
    <message>
      <source>Plug the reader out and in, then try again.</source>
      <translation>请把读卡器拔下再插上，然后再试。</translation>
    </message>
    <message>
      <source>Plug the reader out and in; if it stays so, have the reader's driver installed.</source>
      <translation>请拔下读卡器重新插上；仍不行请安装读卡器驱动。</translation>
    </message>
    <message>
      <source>Plug the seal token in, then seal again.</source>
      <translation>请插入印章UKey，再重新盖章。</translation>
    </message>
    <message>
      <source>Plug the token in the right way round and try again.</source>
      <translation>请按正确方向插入UKey，再试一次。</translation>
    </message>
    <message>
      <source>Plug the token out and in and try again; if it stays, turn to the issuer.</source>
      <translation>请重新插拔UKey再试；仍不行，请联系发放单位。</translation>
    </message>
    <message>
      <source>Plug the token out and in, then seal again.</source>
      <translation>请重新插拔UKey，再重新盖章。</translation>
    </message>
    <message>
      <source>Plug the token out and in, then seal again; if it happens again, ask the maker for a newer library.</source>
      <translation>请拔下UKey重新插入后再用印；如再次发生，请向厂家索取新版动态库。</translation>
    </message>
    <message>
      <source>Plug the token out and in, then seal again; press its button when it blinks.</source>
      <translation>请拔下UKey再插上重新盖章；UKey闪烁时请按下按键。</translation>
    </message>
    <message>
      <source>Plug the token out and in, then try again; check that the line is the token's.</source>
      <translation>请重新插拔UKey再试，并确认线路接的是UKey。</translation>
    </message>
    <message>
      <source>Port {port} cannot be listened on.</source>
      <translation>端口 {port} 无法监听。</translation>
    </message>
    <message>
      <source>Printing is paused at the printer.</source>
      <translation>打印机已暂停打印。</translation>
    </message>
    <message>
      <source>Proposing an interview needs the bad effect.</source>
      <translation>提请约谈要写明造成的不良影响。</translation>
    </message>
    <message>
      <source>Pull it out and plug it in again; until then nothing is read or sealed.</source>
      <translation>请拔下设备重新插上；在此之前不会读卡，也不会盖章。</translation>
    </message>
    <message>
      <source>Pull the token out and plug it in again.</source>
      <translation>请拔下UKey，重新插入。</translation>
    </message>
    <message>
      <source>Pull the token out now, so that nobody else can seal with it.</source>
      <translation>请立即拔下UKey，以免他人用它盖章。</translation>
    </message>
    <message>
      <source>Push the tray in; printing goes on by itself.</source>
      <translation>请推入纸盒；打印会自动继续。</translation>
    </message>
    <message>
      <source>Put A4 paper in before the next letter.</source>
      <translation>请在打印下一份文书前放入 A4 纸。</translation>
    </message>
    <message>
      <source>Put A4 paper in; printing goes on by itself.</source>
      <translation>请放入 A4 纸；打印会自动继续。</translation>
    </message>
    <message>
      <source>Put a resident identity card or residence permit on the reader.</source>
      <translation>请放上居民身份证或居住证。</translation>
    </message>
    <message>
      <source>Put all names of the city's catalogue back.</source>
      <translation>恢复市目录里的全部名称。</translation>
    </message>
    <message>
      <source>Put another way after the commitment.</source>
      <translation>请在告知承诺之后再排一种方式。</translation>
    </message>
    <message>
      <source>Put both into one file.</source>
      <translation>请合并成一个文件。</translation>
    </message>
    <message>
      <source>Put down a new item for what is still open.</source>
      <translation>还有未决事项的，请登记新的议题。</translation>
    </message>
    <message>
      <source>Put it in the right way round and try again.</source>
      <translation>请按正确方向放入后再试。</translation>
    </message>
    <message>
      <source>Put it in, then try again.</source>
      <translation>请放入后再试。</translation>
    </message>
    <message>
      <source>Put settings.toml back into the state folder, or enrol the counter again.</source>
      <translation>请把 settings.toml 放回数据目录，或重新注册本窗口。</translation>
    </message>
    <message>
      <source>Put several pages into one PDF.</source>
      <translation>请把多页合成一个 PDF。</translation>
    </message>
    <message>
      <source>Put the card on again.</source>
      <translation>请重新放上证件。</translation>
    </message>
    <message>
      <source>Put the card on again; if it fails again, do not use its data.</source>
      <translation>请重新放上证件；仍不通过，请勿使用读出的信息。</translation>
    </message>
    <message>
      <source>Put the card on again; if it fails again, the card is damaged.</source>
      <translation>请重新放上证件；仍不行，说明证件已损坏。</translation>
    </message>
    <message>
      <source>Put the card on again; if it is refused again, the card may be damaged or not genuine.</source>
      <translation>请重新放上证件；仍被拒绝，证件可能损坏或不真实。</translation>
    </message>
    <message>
      <source>Put the card on again; if it is refused again, try another reader.</source>
      <translation>请重新放上证件；仍被拒绝，请换一台读卡器。</translation>
    </message>
    <message>
      <source>Put the card on again; if it stays so, ask for another document.</source>
      <translation>请重新放卡；仍不行请改用其他证件。</translation>
    </message>
    <message>
      <source>Put the card on again; if it stays so, tell the administrator the status.</source>
      <translation>请重新放卡；仍不行请把状态告诉管理员。</translation>
    </message>
    <message>
      <source>Put the card on the reader.</source>
      <translation>请把证件放在读卡器上。</translation>
    </message>
    <message>
      <source>Put the file named in the settings back.</source>
      <translation>请把设置中所写的文件放回原处。</translation>
    </message>
    <message>
      <source>Put the new seal's file into the folder hall and start the program again.</source>
      <translation>请把新印章文件放入 hall 文件夹，并重新启动程序。</translation>
    </message>
    <message>
      <source>Put the row back with a way that replaces the proof.</source>
      <translation>恢复这一行和它的替代办法。</translation>
    </message>
    <message>
      <source>Put the shares in order of credit.</source>
      <translation>请按信用高低排好抽查比例。</translation>
    </message>
    <message>
      <source>Put the tag back; a county or department may refine, not loosen.</source>
      <translation>恢复这个标签；区县和部门可以细化，不能放宽。</translation>
    </message>
    <message>
      <source>Put {file} back from the backup of the state folder.</source>
      <translation>请从数据目录的备份中恢复 {file}。</translation>
    </message>
    <message>
      <source>PySide6 {version} aborts Python {python} after some hundred signals.</source>
      <translation>PySide6 {version} 会使 Python {python} 运行中崩溃。</translation>
    </message>
    <message>
      <source>Read the guardian's card.</source>
      <translation>请读取监护人的证件。</translation>
    </message>
    <message>
      <source>Read without them, or over the reader's serial line.</source>
      <translation>请不读指纹，或改用读卡器的串口读取。</translation>
    </message>
    <message>
      <source>Readers may take different documents from this package.</source>
      <translation>不同的阅读器可能从此文件包读出不同的内容。</translation>
    </message>
    <message>
      <source>Record it again.</source>
      <translation>请重新记录。</translation>
    </message>
    <message>
      <source>Recorded was {recorded}, the driver now ends with {found}.</source>
      <translation>记录的结果是{recorded}，驱动程序现在的结果是{found}。</translation>
    </message>
    <message>
      <source>Release it there; it is not sent again by itself.</source>
      <translation>请在队列中放行；不会自动重新发送。</translation>
    </message>
    <message>
      <source>Rely on the pages only.</source>
      <translation>请仅以页面内容为准。</translation>
    </message>
    <message>
      <source>Restart the keyring, then start again.</source>
      <translation>请重启密钥环，再重新启动。</translation>
    </message>
    <message>
      <source>Run once: python -m app.central migrate --mode training|live --database URL</source>
      <translation>请运行一次：python -m app.central migrate --mode training|live --database URL</translation>
    </message>
    <message>
      <source>Run the demo again.</source>
      <translation>请重新运行演示。</translation>
    </message>
    <message>
      <source>Run the set-up again; it fetches the fonts.</source>
      <translation>请重新运行安装程序，它会取得字体。</translation>
    </message>
    <message>
      <source>Run the set-up once, or name a face with --font.</source>
      <translation>请先运行安装程序，或用 --font 指定字体。</translation>
    </message>
    <message>
      <source>Say put, take, fault or quit.</source>
      <translation>请输入 put、take、fault 或 quit。</translation>
    </message>
    <message>
      <source>Say what the department looks up within the three days.</source>
      <translation>请写明部门三日内核查什么。</translation>
    </message>
    <message>
      <source>Scan it first.</source>
      <translation>请先扫描存档。</translation>
    </message>
    <message>
      <source>Scan the applicant's own paper that shows it, such as the household book.</source>
      <translation>请扫描户口簿等自有材料。</translation>
    </message>
    <message>
      <source>Seal again with the PIN.</source>
      <translation>请输入PIN，重新盖章。</translation>
    </message>
    <message>
      <source>Seal again. If it happens again, have the seal and the trusted certificates looked at.</source>
      <translation>请重新盖章；仍不行，请检查印章和信任证书。</translation>
    </message>
    <message>
      <source>Seal again; check the cable if it happens again.</source>
      <translation>请重新盖章；仍不行，请检查连接线。</translation>
    </message>
    <message>
      <source>Seal again; if it comes back, have the token looked at.</source>
      <translation>请重新盖章；再次出现，请检查UKey。</translation>
    </message>
    <message>
      <source>Seal again; if it happens again, turn to the issuer.</source>
      <translation>请重新盖章；仍不行，请联系发放单位。</translation>
    </message>
    <message>
      <source>Seal again; plug the reader out and in if it happens again.</source>
      <translation>请重新盖章；仍不行，请重新插拔读卡器。</translation>
    </message>
    <message>
      <source>Seal with the seal in use; a new one is registered under Settings, Seals.</source>
      <translation>请使用在用的印章；新印章在“设置 – 印章”中登记。</translation>
    </message>
    <message>
      <source>Seal with the seal that is; or have the entry changed: Settings, Seals.</source>
      <translation>请换用对应的印章，或在“设置 – 印章”中变更用印范围。</translation>
    </message>
    <message>
      <source>Sealing was broken off; nothing was sealed.</source>
      <translation>用印被中断，未用印。</translation>
    </message>
    <message>
      <source>Search the matter again.</source>
      <translation>请重新查找事项。</translation>
    </message>
    <message>
      <source>See /openapi.json.</source>
      <translation>请参阅 /openapi.json。</translation>
    </message>
    <message>
      <source>See the options of simulate with --help; a key is an option without its dashes.</source>
      <translation>用 --help 查看 simulate 的选项；文件中的键就是去掉前面横线的选项。</translation>
    </message>
    <message>
      <source>See to the printer, or save the sheet as a file.</source>
      <translation>请检查打印机，或把报告存为文件。</translation>
    </message>
    <message>
      <source>Send again from the sequence number given.</source>
      <translation>请从所给序号起重发。</translation>
    </message>
    <message>
      <source>Send gzip or plain.</source>
      <translation>请用 gzip 或不压缩发送。</translation>
    </message>
    <message>
      <source>Send it first.</source>
      <translation>请先上传。</translation>
    </message>
    <message>
      <source>Send smaller batches.</source>
      <translation>请减小每批数量。</translation>
    </message>
    <message>
      <source>Send strict JSON.</source>
      <translation>请发送严格的 JSON。</translation>
    </message>
    <message>
      <source>Send the blob again.</source>
      <translation>请重发该附件。</translation>
    </message>
    <message>
      <source>Set a printer up in the system's settings; the letter waits.</source>
      <translation>请在系统设置中安装打印机，文书保留待打印。</translation>
    </message>
    <message>
      <source>Set at least {least}.</source>
      <translation>请至少设为 {least} 年。</translation>
    </message>
    <message>
      <source>Set the counter up anew in an empty state folder.</source>
      <translation>请在空的数据目录中重新设置本窗口。</translation>
    </message>
    <message>
      <source>Set the counter up first, or give the right state folder.</source>
      <translation>请先设置本窗口，或指定正确的数据目录。</translation>
    </message>
    <message>
      <source>Set time_stamp_url to one that begins with https:// or http://.</source>
      <translation>请把 time_stamp_url 设为 HTTPS 或 HTTP 网址。</translation>
    </message>
    <message>
      <source>Set up again with the pinned requirements: ./run</source>
      <translation>请按指定版本重新安装：./run</translation>
    </message>
    <message>
      <source>Settle it by the way that replaces the proof; report the demand.</source>
      <translation>按替代办法办理，并上报这次索要。</translation>
    </message>
    <message>
      <source>Settle that one first.</source>
      <translation>请先处理前一步。</translation>
    </message>
    <message>
      <source>Settle the seed before the draw, and write it down.</source>
      <translation>请在抽取以前定下种子并记录在案。</translation>
    </message>
    <message>
      <source>Settling an item needs words.</source>
      <translation>议定事项要写明结论。</translation>
    </message>
    <message>
      <source>Several cards seem to lie on the reader (status {status}).</source>
      <translation>读卡器上似乎放了不止一张卡（状态{status}）。</translation>
    </message>
    <message>
      <source>Several printers are set up and none is the default: {names}.</source>
      <translation>装有多台打印机，但没有默认打印机：{names}。</translation>
    </message>
    <message>
      <source>Several seal tokens are plugged in: {names}.</source>
      <translation>插着多个印章UKey：{names}。</translation>
    </message>
    <message>
      <source>Several seals on this token are valid: {names}.</source>
      <translation>此UKey上有多枚有效印章：{names}。</translation>
    </message>
    <message>
      <source>Shares go from 0 to 100, days from 0.</source>
      <translation>比例从0到100，天数从0起。</translation>
    </message>
    <message>
      <source>Shorten it to what the document or the reason needs.</source>
      <translation>请缩短，只写证件上有的或者原因所需的内容。</translation>
    </message>
    <message>
      <source>Show the missing paragraphs on the applicant's page, then let the applicant sign.</source>
      <translation>请在申请人页面显示其余各段，再请申请人签名。</translation>
    </message>
    <message>
      <source>Show the notice and let the applicant sign anew.</source>
      <translation>请重新显示告知内容，再请申请人签名。</translation>
    </message>
    <message>
      <source>Sign again with the nonce given.</source>
      <translation>请用所给的随机数重新签名。</translation>
    </message>
    <message>
      <source>Sign in.</source>
      <translation>请先登录。</translation>
    </message>
    <message>
      <source>Sign out and in again, or restart the keyring; then start again.</source>
      <translation>请注销后重新登录系统，或重启密钥环，再重新启动。</translation>
    </message>
    <message>
      <source>Simulated devices and data are for training only.</source>
      <translation>模拟设备和数据只能用于训练。</translation>
    </message>
    <message>
      <source>Somebody is logged in at the seal token already ({status}); nothing was sealed.</source>
      <translation>印章UKey已被登录（{status}），没有盖章。</translation>
    </message>
    <message>
      <source>Something is missing here.</source>
      <translation>这里还没有填写。</translation>
    </message>
    <message>
      <source>Something that is not a link stands at {link}.</source>
      <translation>{link} 处已有内容，且不是链接。</translation>
    </message>
    <message>
      <source>Something was added after this seal and is covered by a later one only.</source>
      <translation>此次签章后又增加了内容，仅有后一次签章覆盖。</translation>
    </message>
    <message>
      <source>Something was added to the document after it was sealed.</source>
      <translation>文件盖章后被增加了内容。</translation>
    </message>
    <message>
      <source>Start CUPS, then print again; the letter waits.</source>
      <translation>请启动 CUPS 后重新打印，文书保留待打印。</translation>
    </message>
    <message>
      <source>Start again; if it happens again, tell the administrator.</source>
      <translation>请重新启动；仍不行，请告知管理员。</translation>
    </message>
    <message>
      <source>Start again; nothing that was kept is lost.</source>
      <translation>请重新启动；已保存的内容不会丢失。</translation>
    </message>
    <message>
      <source>Start it again.</source>
      <translation>请重新执行。</translation>
    </message>
    <message>
      <source>Start it from the case and say what it is for.</source>
      <translation>请从办件里发起，并写明用途。</translation>
    </message>
    <message>
      <source>Start pcscd with vsmartcard's vpcd, or give its port with --port.</source>
      <translation>请启动带vsmartcard（vpcd）的pcscd，或用--port指定端口。</translation>
    </message>
    <message>
      <source>Start the camera's own program; choose a file meanwhile.</source>
      <translation>请启动高拍仪自带的程序；期间可以选择文件。</translation>
    </message>
    <message>
      <source>Start the program again; if this stays, give the administrator this: {said}</source>
      <translation>请重新启动程序；仍不行，请把这段话告知管理员：{said}</translation>
    </message>
    <message>
      <source>Stop what uses it, or give another --port; 0 takes a free one.</source>
      <translation>请停止占用它的程序，或另给 --port；0 表示自动选空闲端口。</translation>
    </message>
    <message>
      <source>Stopping a report needs a reason; an overdue inquiry is never dropped in silence.</source>
      <translation>停止报送要写明理由；逾期的协查不能不了了之。</translation>
    </message>
    <message>
      <source>Submit the changed content for review anew.</source>
      <translation>把改过的内容重新提交审查。</translation>
    </message>
    <message>
      <source>Switch it on and look at its cable; the letter waits in the queue.</source>
      <translation>请打开打印机电源并检查连接线；文书在队列中等候。</translation>
    </message>
    <message>
      <source>Take it again with a lower resolution.</source>
      <translation>请降低分辨率后重新拍摄。</translation>
    </message>
    <message>
      <source>Take it in again with a lower resolution.</source>
      <translation>请降低分辨率后重新收取。</translation>
    </message>
    <message>
      <source>Take it out and put the applicant's identity card or social security card in.</source>
      <translation>请取出此卡，放入申请人的身份证或社会保障卡。</translation>
    </message>
    <message>
      <source>Take it out of the text.</source>
      <translation>从文字里删去。</translation>
    </message>
    <message>
      <source>Take it out of the text; the checklist names the way that replaces it.</source>
      <translation>请从文字中删去；证明清单已写明替代方式。</translation>
    </message>
    <message>
      <source>Take it out, or look the fact up first.</source>
      <translation>请删去，或者先核实这一事实。</translation>
    </message>
    <message>
      <source>Take it out, put it in again and try once more.</source>
      <translation>请取出后重新放入，再试一次。</translation>
    </message>
    <message>
      <source>Take it out; name the way that replaces it.</source>
      <translation>删去，写明替代办法。</translation>
    </message>
    <message>
      <source>Take it out; no guide may set a proof.</source>
      <translation>删去，指南不得新设证明。</translation>
    </message>
    <message>
      <source>Take it out; no new proof may be set.</source>
      <translation>删去，不得新设证明。</translation>
    </message>
    <message>
      <source>Take no commitment; hear the applicant alone, and tell the supervisor.</source>
      <translation>不要收取承诺；请单独听取申请人意见，并告知监督人员。</translation>
    </message>
    <message>
      <source>Take out what the contract does not name.</source>
      <translation>请去掉合同没有写明的项目。</translation>
    </message>
    <message>
      <source>Take the eighteen-character number of the person; keep this one as the old paper's.</source>
      <translation>请使用本人的十八位号码，旧号码作为旧证件号保留。</translation>
    </message>
    <message>
      <source>Take the jammed sheet out; then look whether every page came.</source>
      <translation>请取出卡住的纸，再核对各页是否都已打出。</translation>
    </message>
    <message>
      <source>Take the mark for offline halls off this matter.</source>
      <translation>请去掉这个事项的离线当场办标记。</translation>
    </message>
    <message>
      <source>Take the mark off this matter.</source>
      <translation>请去掉这个事项的标记。</translation>
    </message>
    <message>
      <source>Take the material out; it would be a requirement in disguise.</source>
      <translation>删去这项材料，它等于变相增设要件。</translation>
    </message>
    <message>
      <source>Take the newest paper of this counter.</source>
      <translation>请使用本窗口最新的那张纸。</translation>
    </message>
    <message>
      <source>Take the next way for the proof.</source>
      <translation>请对该证明改用下一种方式。</translation>
    </message>
    <message>
      <source>Take the next way that replaces the proof.</source>
      <translation>改用下一个替代办法。</translation>
    </message>
    <message>
      <source>Take the picture again.</source>
      <translation>请重新拍摄。</translation>
    </message>
    <message>
      <source>Take the sheets out; printing goes on by itself.</source>
      <translation>请取走纸张；打印会自动继续。</translation>
    </message>
    <message>
      <source>Taking a commitment back needs a reason.</source>
      <translation>撤回承诺要写明理由。</translation>
    </message>
    <message>
      <source>Taking a list out needs a reason.</source>
      <translation>导出清单要写明理由。</translation>
    </message>
    <message>
      <source>Taking an inquiry back needs a reason.</source>
      <translation>撤回协查要写明理由。</translation>
    </message>
    <message>
      <source>Task {number} is finished already.</source>
      <translation>任务{number}已经完成。</translation>
    </message>
    <message>
      <source>Tell that unit; it checks for itself.</source>
      <translation>请告知该单位自行核实。</translation>
    </message>
    <message>
      <source>Tell the administrator of the platform; its program may be older than its records.</source>
      <translation>请告知平台管理员；平台程序可能比记录的版本旧。</translation>
    </message>
    <message>
      <source>Tell the administrator the code.</source>
      <translation>请把代码告知管理员。</translation>
    </message>
    <message>
      <source>Tell the administrator the letter.</source>
      <translation>请把文书情况告知管理员。</translation>
    </message>
    <message>
      <source>Tell the administrator the token's make and these two words.</source>
      <translation>请把UKey型号和括号里的内容告知管理员。</translation>
    </message>
    <message>
      <source>Tell the administrator the token's make.</source>
      <translation>请把UKey型号告知管理员。</translation>
    </message>
    <message>
      <source>Tell the administrator the token's make; it may need another profile.</source>
      <translation>请把UKey型号告知管理员，可能需要换一套配置。</translation>
    </message>
    <message>
      <source>Tell the administrator.</source>
      <translation>请告知管理员。</translation>
    </message>
    <message>
      <source>Tell the administrator; a number is given once.</source>
      <translation>请告知管理员；每个编号只用一次。</translation>
    </message>
    <message>
      <source>Tell the administrator; after enrolment with a new code the counter sends again.</source>
      <translation>请告知管理员；用新注册码注册后，窗口会继续上传。</translation>
    </message>
    <message>
      <source>Tell the administrator; the maker may have a newer library.</source>
      <translation>请告知管理员，厂家可能有更新的驱动。</translation>
    </message>
    <message>
      <source>Tell the administrator; the reader may need to be set up anew.</source>
      <translation>请告知管理员，读卡器可能需要重新设置。</translation>
    </message>
    <message>
      <source>That a proof is cancelled is no reason to decline one for use outside.</source>
      <translation>不得以证明事项已取消为由不予出具。</translation>
    </message>
    <message>
      <source>That is no officer's number.</source>
      <translation>这不是有效的工号。</translation>
    </message>
    <message>
      <source>That is not this counter's name.</source>
      <translation>不是本窗口的代号。</translation>
    </message>
    <message>
      <source>The PIN is not UTF-8 text; it was not sent and no try was used.</source>
      <translation>PIN 不是规定编码的文本；未发送，也未消耗次数。</translation>
    </message>
    <message>
      <source>The PIN is too short or too long for the seal token ({status}).</source>
      <translation>PIN的长度不符合印章UKey的要求（{status}）。</translation>
    </message>
    <message>
      <source>The PIN is wrong; PIN tries left: {tries_left}.</source>
      <translation>PIN不正确，还可试 {tries_left} 次。</translation>
    </message>
    <message>
      <source>The PIN is wrong; the seal token does not say how many tries are left.</source>
      <translation>PIN不正确；印章UKey不报告还可试几次。</translation>
    </message>
    <message>
      <source>The SQLite library {version} may damage its log file.</source>
      <translation>SQLite {version} 可能损坏日志文件。</translation>
    </message>
    <message>
      <source>The administrator must allow it (on Linux: polkit's rule for pcscd); the program goes on by itself.</source>
      <translation>需由管理员开通权限（Linux上为pcscd的polkit规则），开通后程序会自动继续。</translation>
    </message>
    <message>
      <source>The administrator must allow it (on Linux: the group dialout).</source>
      <translation>须由管理员授权（Linux 下为 dialout 组）。</translation>
    </message>
    <message>
      <source>The answer could not be written out.</source>
      <translation>结果无法写出。</translation>
    </message>
    <message>
      <source>The answer is empty, or says what was not asked: {fields}</source>
      <translation>反馈为空，或者含有未查询的内容：{fields}</translation>
    </message>
    <message>
      <source>The answer needs the name of who asked.</source>
      <translation>回答要写明由谁询问。</translation>
    </message>
    <message>
      <source>The answer was not late; there is no breach to enter.</source>
      <translation>反馈没有逾期，不能登记。</translation>
    </message>
    <message>
      <source>The applicant is 60 or older: first ask whether this is the applicant's own will.</source>
      <translation>申请人年满60岁：请先询问是否本人真实意愿。</translation>
    </message>
    <message>
      <source>The applicant is a minor or not capable: a guardian signs.</source>
      <translation>申请人未成年或者无民事行为能力，应由监护人签名。</translation>
    </message>
    <message>
      <source>The applicant refused to commit, yet a commitment is recorded.</source>
      <translation>申请人不承诺，却记录了告知承诺。</translation>
    </message>
    <message>
      <source>The applicant says that this is not the applicant's own will.</source>
      <translation>申请人表示这不是本人真实意愿。</translation>
    </message>
    <message>
      <source>The attachment has not arrived whole.</source>
      <translation>附件没有完整到达。</translation>
    </message>
    <message>
      <source>The authority does not say everything: {missing}.</source>
      <translation>授权书内容不全：{missing}。</translation>
    </message>
    <message>
      <source>The authority would have ended before today ({until}).</source>
      <translation>授权的最后一天（{until}）已经过去。</translation>
    </message>
    <message>
      <source>The basis has more than {most} characters.</source>
      <translation>依据超过了 {most} 个字。</translation>
    </message>
    <message>
      <source>The blob goes on elsewhere.</source>
      <translation>附件续传位置不对。</translation>
    </message>
    <message>
      <source>The blob's bytes are not those of its digest.</source>
      <translation>附件内容与摘要不符。</translation>
    </message>
    <message>
      <source>The body is not JSON as both ends read it.</source>
      <translation>内容不是双方约定的 JSON。</translation>
    </message>
    <message>
      <source>The body is too large.</source>
      <translation>内容过大。</translation>
    </message>
    <message>
      <source>The card can still be read; tell the administrator.</source>
      <translation>仍可读卡，请告知管理员。</translation>
    </message>
    <message>
      <source>The card could not be selected (status {status}).</source>
      <translation>无法选中证件（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card did not take part in the check (status {status}).</source>
      <translation>证件没有完成验证（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card does not accept this reader (status {status}).</source>
      <translation>证件不认可此读卡器（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card does not have the file its data should lie in (status {status}).</source>
      <translation>卡内没有存放数据的文件（状态{status}）。</translation>
    </message>
    <message>
      <source>The card does not hold this (status {status}).</source>
      <translation>证件中没有此项内容（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card holds no text.</source>
      <translation>卡内没有文字信息。</translation>
    </message>
    <message>
      <source>The card in {reader} is neither an identity card that this reader gives out nor a social security card (its answer to reset is {atr}).</source>
      <translation>{reader}中的卡既不是此读卡器能读出的身份证，也不是社会保障卡（复位应答为{atr}）。</translation>
    </message>
    <message>
      <source>The card on the reader was read already.</source>
      <translation>读卡器上的证件已经读过。</translation>
    </message>
    <message>
      <source>The card or its application is blocked (status {status}).</source>
      <translation>此卡或卡内应用已被锁定（状态{status}）。</translation>
    </message>
    <message>
      <source>The card reader does not answer.</source>
      <translation>读卡器没有应答。</translation>
    </message>
    <message>
      <source>The card reader does not know the command (status {status}).</source>
      <translation>读卡器不支持此命令（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card reader does not permit this (status {status}).</source>
      <translation>读卡器不允许此操作（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card reader gave a number of the wrong length for itself.</source>
      <translation>读卡器报出的自身编号长度不对。</translation>
    </message>
    <message>
      <source>The card reader gave an answer that belongs to another question (status {status}).</source>
      <translation>读卡器答非所问（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card reader is not plugged in.</source>
      <translation>没有插读卡器。</translation>
    </message>
    <message>
      <source>The card reader received a damaged question (status {status}).</source>
      <translation>读卡器收到的命令有损坏（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card reader received a question of the wrong length (status {status}).</source>
      <translation>读卡器收到的命令长度不对（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card reader reports an error it cannot name (status {status}).</source>
      <translation>读卡器报告不明错误（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card reader reports error {status}.</source>
      <translation>读卡器报告错误{status}。</translation>
    </message>
    <message>
      <source>The card reader reports something unknown (status {status}).</source>
      <translation>读卡器返回不明状态（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card reader stopped in the middle of its answer.</source>
      <translation>读卡器应答中断。</translation>
    </message>
    <message>
      <source>The card reader's answer came incomplete to the maker's library (status {status}).</source>
      <translation>厂家程序库收到的读卡器应答不完整（状态{status}）。</translation>
    </message>
    <message>
      <source>The card reader's answer was damaged on the way.</source>
      <translation>读卡器的应答在传输中损坏。</translation>
    </message>
    <message>
      <source>The card refused a command (status {status}).</source>
      <translation>此卡拒绝了一条命令（状态{status}）。</translation>
    </message>
    <message>
      <source>The card service has no reader {name}; it has: {names}.</source>
      <translation>智能卡服务中没有读卡器 {name}；现有：{names}。</translation>
    </message>
    <message>
      <source>The card was moved or lifted while it was being read (status {status}).</source>
      <translation>读卡时证件被移动或拿起（状态 {status}）。</translation>
    </message>
    <message>
      <source>The card's photo has {length} bytes instead of 1024.</source>
      <translation>证件照片为 {length} 字节，应为 1024 字节。</translation>
    </message>
    <message>
      <source>The card's text has {length} bytes instead of 256.</source>
      <translation>证件文字信息为 {length} 字节，应为 256 字节。</translation>
    </message>
    <message>
      <source>The case goes on, but the letter waits: have a font with this character added.</source>
      <translation>办件可继续，文书暂缓：请补装含此字的字体。</translation>
    </message>
    <message>
      <source>The case has no place for a paper of this kind now.</source>
      <translation>办件目前不能收取这类材料。</translation>
    </message>
    <message>
      <source>The case has no such letter.</source>
      <translation>办件没有这份文书。</translation>
    </message>
    <message>
      <source>The case has no such paper.</source>
      <translation>办件没有这份材料。</translation>
    </message>
    <message>
      <source>The case has no such proof: {proof}.</source>
      <translation>本件没有这项证明：{proof}。</translation>
    </message>
    <message>
      <source>The case has {most} papers already.</source>
      <translation>办件已有 {most} 份材料。</translation>
    </message>
    <message>
      <source>The case {number} was changed meanwhile.</source>
      <translation>办件 {number} 在此期间有改动。</translation>
    </message>
    <message>
      <source>The catalogue has no such matter or situation.</source>
      <translation>事项库中没有这个事项或情形。</translation>
    </message>
    <message>
      <source>The catalogue in force has no matter {asked}.</source>
      <translation>现行事项库中没有事项 {asked}。</translation>
    </message>
    <message>
      <source>The certificate of {holder} has no SM2 key.</source>
      <translation>{holder} 的证书没有 SM2 密钥。</translation>
    </message>
    <message>
      <source>The certificate of {holder} is not meant for signing.</source>
      <translation>{holder} 的证书不是签名用途。</translation>
    </message>
    <message>
      <source>The certificate on the seal token cannot be read.</source>
      <translation>印章UKey上的证书无法读取。</translation>
    </message>
    <message>
      <source>The certificate on the seal token is valid only from {date}.</source>
      <translation>印章UKey上的证书自 {date} 起才有效。</translation>
    </message>
    <message>
      <source>The certificate on the seal token ran out on {date}.</source>
      <translation>印章UKey上的证书已于 {date} 到期。</translation>
    </message>
    <message>
      <source>The change of the catalogue does not stand where this step fits.</source>
      <translation>目录变更现在所处的状态不能做这一步。</translation>
    </message>
    <message>
      <source>The check of the card's fingerprints failed (status {status}).</source>
      <translation>证件指纹信息校验未通过（状态 {status}）。</translation>
    </message>
    <message>
      <source>The check of what the card holds failed (status {status}).</source>
      <translation>证件信息校验未通过（状态 {status}）。</translation>
    </message>
    <message>
      <source>The check plan {plan} cannot be carried out by {way}.</source>
      <translation>核查计划“{plan}”不能用这个办法核查：{way}。</translation>
    </message>
    <message>
      <source>The check plan {plan} checks better credit more often than worse.</source>
      <translation>核查计划“{plan}”对信用好的查得比信用差的多。</translation>
    </message>
    <message>
      <source>The check plan {plan} checks those who commit more often than the others.</source>
      <translation>核查计划“{plan}”对承诺的人查得比别人多。</translation>
    </message>
    <message>
      <source>The check plan {plan} holds a number that cannot be.</source>
      <translation>核查计划“{plan}”里有不合理的数字。</translation>
    </message>
    <message>
      <source>The check plan {plan} needs one row for each credit, and no more.</source>
      <translation>核查计划“{plan}”要为每一等信用各写一行，不多不少。</translation>
    </message>
    <message>
      <source>The chunk does not lie inside its blob.</source>
      <translation>分片超出附件范围。</translation>
    </message>
    <message>
      <source>The clock starts with delivery.</source>
      <translation>送达后开始计时。</translation>
    </message>
    <message>
      <source>The code's last character does not fit the others.</source>
      <translation>代码的末位校验不对。</translation>
    </message>
    <message>
      <source>The command was broken off before it was done.</source>
      <translation>命令在完成前被中断。</translation>
    </message>
    <message>
      <source>The commitment for {proof} lacks its content or its standard.</source>
      <translation>“{proof}”的告知承诺缺少内容或标准。</translation>
    </message>
    <message>
      <source>The commitment for {proof} names no check afterwards.</source>
      <translation>“{proof}”的告知承诺没有写明事后核查。</translation>
    </message>
    <message>
      <source>The complaint does not stand where this step can be taken.</source>
      <translation>投诉目前的状态不能进行这一步。</translation>
    </message>
    <message>
      <source>The content is not a message of this protocol.</source>
      <translation>内容不是本协议的消息。</translation>
    </message>
    <message>
      <source>The content is not the one that was submitted or reviewed.</source>
      <translation>内容与提交或者审查时的不一致。</translation>
    </message>
    <message>
      <source>The contract is not with {party}.</source>
      <translation>合同的对方不是{party}。</translation>
    </message>
    <message>
      <source>The contract {number} does not forbid handing the data on.</source>
      <translation>合同{number}没有写明不得转交他人。</translation>
    </message>
    <message>
      <source>The contract {number} is not in force today; its last day is {last}.</source>
      <translation>合同{number}今天不在有效期内，截止日期为{last}。</translation>
    </message>
    <message>
      <source>The counter was enrolled again since.</source>
      <translation>本窗口此后已重新注册。</translation>
    </message>
    <message>
      <source>The counter's chain has another past here.</source>
      <translation>本窗口的记录链与平台留存的不一致。</translation>
    </message>
    <message>
      <source>The counter's key was revoked.</source>
      <translation>本窗口的密钥已被吊销。</translation>
    </message>
    <message>
      <source>The database cannot be used: {why}.</source>
      <translation>数据库无法使用：{why}。</translation>
    </message>
    <message>
      <source>The database does not say whether it is for training or live.</source>
      <translation>数据库没有标明是训练还是正式。</translation>
    </message>
    <message>
      <source>The database has schema {version}; this program knows {ours}.</source>
      <translation>数据库结构版本为 {version}，本程序支持 {ours}。</translation>
    </message>
    <message>
      <source>The database is busy.</source>
      <translation>数据库忙。</translation>
    </message>
    <message>
      <source>The database is marked {mode} for good.</source>
      <translation>数据库已固定标为 {mode}。</translation>
    </message>
    <message>
      <source>The database's folder is not there.</source>
      <translation>数据库所在目录不存在。</translation>
    </message>
    <message>
      <source>The decision is made; nothing can be asked for any more.</source>
      <translation>决定已经作出，不能再要求补充材料。</translation>
    </message>
    <message>
      <source>The decision is made; the commitment can no longer be taken back.</source>
      <translation>决定已经作出，不能再撤回承诺。</translation>
    </message>
    <message>
      <source>The demo waited in vain at: {step}.</source>
      <translation>演示停在这一步：{step}。</translation>
    </message>
    <message>
      <source>The department goes on looking for itself.</source>
      <translation>由本部门继续自行调查核实。</translation>
    </message>
    <message>
      <source>The device has not answered for a while.</source>
      <translation>设备已有一段时间没有应答。</translation>
    </message>
    <message>
      <source>The device was unplugged.</source>
      <translation>设备已被拔出。</translation>
    </message>
    <message>
      <source>The digest must be 64 hexadecimal digits.</source>
      <translation>摘要应为 64 位十六进制数。</translation>
    </message>
    <message>
      <source>The disk is full; nothing of this step was kept.</source>
      <translation>磁盘已满，这一步没有保存。</translation>
    </message>
    <message>
      <source>The document was changed after it was sealed.</source>
      <translation>文件盖章后被改动。</translation>
    </message>
    <message>
      <source>The document would end before it begins.</source>
      <translation>证件的截止日期早于起始日期。</translation>
    </message>
    <message>
      <source>The document's digest is of a kind that is not judged here.</source>
      <translation>文件摘要的算法这里不核验。</translation>
    </message>
    <message>
      <source>The document's digest was made with Z.</source>
      <translation>文件摘要是连同 Z 值计算的。</translation>
    </message>
    <message>
      <source>The draw needs a seed and a case number.</source>
      <translation>抽取要有种子和件号。</translation>
    </message>
    <message>
      <source>The embedded platform did not start.</source>
      <translation>内置平台未能启动。</translation>
    </message>
    <message>
      <source>The entry “{field}” is missing or longer than a case may carry.</source>
      <translation>“{field}”一项缺失或过长。</translation>
    </message>
    <message>
      <source>The face {font} for the seal's picture is not there.</source>
      <translation>没有印模图片所用的字体 {font}。</translation>
    </message>
    <message>
      <source>The file cannot be opened.</source>
      <translation>文件无法打开。</translation>
    </message>
    <message>
      <source>The file holds no signature.</source>
      <translation>文件中没有签章。</translation>
    </message>
    <message>
      <source>The file holds parts of a signature that do not belong together any more.</source>
      <translation>文件中的签章已残缺，前后对不上。</translation>
    </message>
    <message>
      <source>The file is larger than what is judged here.</source>
      <translation>文件超过本程序可核验的大小。</translation>
    </message>
    <message>
      <source>The file is no JPEG, no PNG and no PDF.</source>
      <translation>该文件不是 JPEG、PNG 或 PDF。</translation>
    </message>
    <message>
      <source>The file is no database, or its key is another one.</source>
      <translation>该文件不是数据库，或密钥不对。</translation>
    </message>
    <message>
      <source>The file of knobs {file} cannot be read.</source>
      <translation>无法读取设置文件 {file}。</translation>
    </message>
    <message>
      <source>The file of the platform's certificate authority cannot be read.</source>
      <translation>支撑平台的根证书文件无法读取。</translation>
    </message>
    <message>
      <source>The file {file} is a library, but none of the kinds this program knows.</source>
      <translation>文件 {file} 是动态库，但不是本程序认识的种类。</translation>
    </message>
    <message>
      <source>The file {person} holds no usable person: {reason}.</source>
      <translation>文件 {person} 中没有可用的人员：{reason}。</translation>
    </message>
    <message>
      <source>The finding stands already.</source>
      <translation>核查结论已经作出。</translation>
    </message>
    <message>
      <source>The first account of a counter must be an administrator's.</source>
      <translation>窗口的第一个账号必须是管理员。</translation>
    </message>
    <message>
      <source>The folder of the document camera cannot be read.</source>
      <translation>无法读取高拍仪的文件夹。</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written.</source>
      <translation>目录 {folder} 不能写入。</translation>
    </message>
    <message>
      <source>The folder {folder} holds something else.</source>
      <translation>目录 {folder} 中有其他内容。</translation>
    </message>
    <message>
      <source>The formula {formula} has no version, or a fault costs nothing in it.</source>
      <translation>公式 {formula} 没有版本号，或者其中有一种过错不扣分。</translation>
    </message>
    <message>
      <source>The four questions were not put to this line of the guide: {line}</source>
      <translation>指南的这一行没有经过四个问题的判断：{line}</translation>
    </message>
    <message>
      <source>The guardian must be a grown-up with a known number.</source>
      <translation>监护人须为成年人，证件号码须可核对。</translation>
    </message>
    <message>
      <source>The guardianship was not shown.</source>
      <translation>还没有核对监护关系。</translation>
    </message>
    <message>
      <source>The guide asks for {proof}, a cancelled proof: {line}</source>
      <translation>指南里索要已取消的“{proof}”：{line}</translation>
    </message>
    <message>
      <source>The guide sets a new proof: {line}</source>
      <translation>指南新设了证明：{line}</translation>
    </message>
    <message>
      <source>The hall's seal file belongs into the folder hall of the state folder.</source>
      <translation>大厅的印章文件应放在数据目录的 hall 目录中。</translation>
    </message>
    <message>
      <source>The inquiry does not stand where this step can be taken.</source>
      <translation>协查目前的状态不能进行这一步。</translation>
    </message>
    <message>
      <source>The inquiry has not reached the asked unit yet.</source>
      <translation>协查函还没有送达协查单位。</translation>
    </message>
    <message>
      <source>The inquiry is not overdue; there is nothing to report.</source>
      <translation>协查没有逾期，不需要报告。</translation>
    </message>
    <message>
      <source>The inquiry {id} is not answered yet.</source>
      <translation>协查 {id} 还没有反馈。</translation>
    </message>
    <message>
      <source>The investigation lacks its file, its units, its findings or its result.</source>
      <translation>调查材料缺卷宗号、参加单位、查明情况或处理结果。</translation>
    </message>
    <message>
      <source>The issuer can be checked on line; the measures apply.</source>
      <translation>这个开具单位可以网上核验，适用本办法。</translation>
    </message>
    <message>
      <source>The issuer is inside the city; the measures apply.</source>
      <translation>开具单位在本市，适用本办法。</translation>
    </message>
    <message>
      <source>The issuer of a certificate is not among the trusted ones.</source>
      <translation>证书的签发机构不在信任名单中。</translation>
    </message>
    <message>
      <source>The issuer's certificate does not say that it may issue certificates.</source>
      <translation>签发机构的证书没有写明可以签发证书。</translation>
    </message>
    <message>
      <source>The issuer's own certificate was not valid.</source>
      <translation>签发机构自己的证书当时无效。</translation>
    </message>
    <message>
      <source>The item was raised on {raised}; it was not settled before.</source>
      <translation>议题于{raised}提出，不会更早议定。</translation>
    </message>
    <message>
      <source>The joint conference's office decides it.</source>
      <translation>由联席会议办公室处理。</translation>
    </message>
    <message>
      <source>The key file does not hold 64 hexadecimal digits.</source>
      <translation>密钥文件中不是 64 位十六进制数。</translation>
    </message>
    <message>
      <source>The key on the seal token is of another kind ({status}); nothing was sealed.</source>
      <translation>印章UKey里的密钥类型不对（{status}），没有盖章。</translation>
    </message>
    <message>
      <source>The keyring does not answer.</source>
      <translation>密钥环没有应答。</translation>
    </message>
    <message>
      <source>The keyring has no default collection.</source>
      <translation>密钥环没有默认集合。</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>密钥环已锁定。</translation>
    </message>
    <message>
      <source>The keyring {backend} does not give back what it was given.</source>
      <translation>密钥环 {backend} 取不回已存内容。</translation>
    </message>
    <message>
      <source>The keyring {backend} failed.</source>
      <translation>密钥环 {backend} 出错。</translation>
    </message>
    <message>
      <source>The keyring {backend} has no entry for this store.</source>
      <translation>密钥环 {backend} 中没有本地库的密钥。</translation>
    </message>
    <message>
      <source>The ledger has no line {place}.</source>
      <translation>台账没有第 {place} 条。</translation>
    </message>
    <message>
      <source>The ledger needs number, issuer, seal, copies and evidence of the demand.</source>
      <translation>台账要有编号、出具单位、印章、份数和索要凭据。</translation>
    </message>
    <message>
      <source>The lengths in the card reader's answer do not fit its content.</source>
      <translation>读卡器应答中的长度与内容不符。</translation>
    </message>
    <message>
      <source>The letter font {font} is not on this machine.</source>
      <translation>本机没有文书字体 {font}。</translation>
    </message>
    <message>
      <source>The letter has nothing to put in the place {place}.</source>
      <translation>文书中的“{place}”一处没有内容。</translation>
    </message>
    <message>
      <source>The letter is held in the print queue.</source>
      <translation>文书在打印队列中被暂缓。</translation>
    </message>
    <message>
      <source>The letter is sealed without; its time stamp is fetched later and kept beside it.</source>
      <translation>文书已盖章，不带时间戳；时间戳以后补取，存放在文书旁边。</translation>
    </message>
    <message>
      <source>The letter is void already.</source>
      <translation>文书已经作废。</translation>
    </message>
    <message>
      <source>The letter just sealed does not pass our own check ({why}); it was not kept.</source>
      <translation>刚盖章的文书未通过验章（{why}），没有保存。</translation>
    </message>
    <message>
      <source>The letter template may not be used: {problem} ({where}).</source>
      <translation>文书模板不能使用：{problem}（{where}）。</translation>
    </message>
    <message>
      <source>The letter waits here; it goes out by itself once there is a printer.</source>
      <translation>文书在此等候；有打印机后会自动打印。</translation>
    </message>
    <message>
      <source>The letter was cancelled in the print queue.</source>
      <translation>文书在打印队列中被取消。</translation>
    </message>
    <message>
      <source>The letter {number} was given to the printer before.</source>
      <translation>文书 {number} 以前已交打印。</translation>
    </message>
    <message>
      <source>The letter's bytes are not among the attachments.</source>
      <translation>附件中没有文书内容。</translation>
    </message>
    <message>
      <source>The line {port} cannot be used.</source>
      <translation>线路 {port} 不能使用。</translation>
    </message>
    <message>
      <source>The line {port} takes no more data.</source>
      <translation>线路 {port} 不再接收数据。</translation>
    </message>
    <message>
      <source>The list goes public only after the legal review.</source>
      <translation>清单须经合法性审查才能公布。</translation>
    </message>
    <message>
      <source>The list of barred persons is too old to approve offline.</source>
      <translation>失信名单太旧，离线时不能据此审批。</translation>
    </message>
    <message>
      <source>The maker's library cannot use the card reader's port (status {status}).</source>
      <translation>厂家程序库无法使用读卡器的端口（状态{status}）。</translation>
    </message>
    <message>
      <source>The maker's library could not open a file of its own (status {status}).</source>
      <translation>厂家程序库打不开自己的文件（状态{status}）。</translation>
    </message>
    <message>
      <source>The maker's library could not open the card reader's port (status {status}).</source>
      <translation>厂家程序库打不开读卡器的端口（状态{status}）。</translation>
    </message>
    <message>
      <source>The maker's library reports an error on the way to the card reader (status {status}).</source>
      <translation>厂家程序库报告与读卡器传输出错（状态{status}）。</translation>
    </message>
    <message>
      <source>The maker's library takes the number of a port, not the path of a line.</source>
      <translation>厂家库只认端口号，不认线路路径。</translation>
    </message>
    <message>
      <source>The maker's library told only a part of the card's text.</source>
      <translation>厂家的动态库只给出了证件文字的一部分。</translation>
    </message>
    <message>
      <source>The maker's library waited in vain for the card reader's answer (status {status}).</source>
      <translation>厂家程序库没有等到读卡器的应答（状态{status}）。</translation>
    </message>
    <message>
      <source>The maker's library {file} cannot be loaded ({why}).</source>
      <translation>厂家的动态库 {file} 无法加载（{why}）。</translation>
    </message>
    <message>
      <source>The maker's library {file} crashed ({how}).</source>
      <translation>厂家的动态库 {file} 崩溃了（{how}）。</translation>
    </message>
    <message>
      <source>The maker's library {file} did not come back within {seconds} seconds and was ended.</source>
      <translation>厂家的动态库 {file} 在 {seconds} 秒内没有返回，已被强制结束。</translation>
    </message>
    <message>
      <source>The maker's library {file} gave an answer that makes no sense.</source>
      <translation>厂家的动态库 {file} 给出的应答没有意义。</translation>
    </message>
    <message>
      <source>The maker's library {file} is damaged: a part of the file is missing.</source>
      <translation>厂家的动态库 {file} 已损坏：文件缺少一部分。</translation>
    </message>
    <message>
      <source>The maker's library {file} is made for another kind of computer.</source>
      <translation>厂家的动态库 {file} 是为另一种计算机制作的。</translation>
    </message>
    <message>
      <source>The maker's library {file} is made for {bits} bits, this program for {ours}.</source>
      <translation>厂家的动态库 {file} 是 {bits} 位的，本程序是 {ours} 位的。</translation>
    </message>
    <message>
      <source>The maker's library {file} is not of the kind {name}.</source>
      <translation>厂家的动态库 {file} 不是 {name} 这一种。</translation>
    </message>
    <message>
      <source>The maker's library {file} is not where the settings say.</source>
      <translation>设置中指定的位置没有厂家的动态库 {file}。</translation>
    </message>
    <message>
      <source>The names of several readers begin with {name}: {names}.</source>
      <translation>有多台读卡器的名称以 {name} 开头：{names}。</translation>
    </message>
    <message>
      <source>The next way is taken; nobody brings a paper for it.</source>
      <translation>改用下一种办法，不让申请人去跑。</translation>
    </message>
    <message>
      <source>The nonce is missing, used or too old.</source>
      <translation>随机数缺失、已用过或已过期。</translation>
    </message>
    <message>
      <source>The notice was not shown in full: {paragraphs}.</source>
      <translation>告知内容没有全部显示：{paragraphs}。</translation>
    </message>
    <message>
      <source>The number does not belong to this counter.</source>
      <translation>编号不属于本窗口。</translation>
    </message>
    <message>
      <source>The number has the wrong length.</source>
      <translation>号码位数不对。</translation>
    </message>
    <message>
      <source>The number holds a character that no such number has.</source>
      <translation>号码中有不该有的字符。</translation>
    </message>
    <message>
      <source>The number is not one of this kind of document.</source>
      <translation>这不是此种证件的号码。</translation>
    </message>
    <message>
      <source>The number is used already.</source>
      <translation>编号已被使用。</translation>
    </message>
    <message>
      <source>The number's date of birth is no day of the calendar.</source>
      <translation>号码中的出生日期不存在。</translation>
    </message>
    <message>
      <source>The number's last character does not fit the others.</source>
      <translation>号码末位校验不符。</translation>
    </message>
    <message>
      <source>The number's last digit does not fit, as far as its rule is known.</source>
      <translation>按已知规则，号码末位校验不符。</translation>
    </message>
    <message>
      <source>The office hours of {whose} are no spans in order.</source>
      <translation>{whose} 的办公时间不是先后相接的时段。</translation>
    </message>
    <message>
      <source>The one-time code was not accepted.</source>
      <translation>一次性注册码未被接受。</translation>
    </message>
    <message>
      <source>The one-time code was not accepted: wrong, used, or older than fifteen minutes.</source>
      <translation>一次性注册码未被接受：有误、已用过或超过十五分钟。</translation>
    </message>
    <message>
      <source>The organisation's part of the code does not fit its own check.</source>
      <translation>代码中的主体标识码校验不对。</translation>
    </message>
    <message>
      <source>The pack of {number} lacks a rule: {rule}.</source>
      <translation>{number} 的规则包缺一条规则：{rule}。</translation>
    </message>
    <message>
      <source>The pack of {number} shows an unread wording as settled: {rule}.</source>
      <translation>{number} 的规则包把没有核对原文的措辞当成了定论：{rule}。</translation>
    </message>
    <message>
      <source>The package cannot be read whole.</source>
      <translation>文件包无法完整读取。</translation>
    </message>
    <message>
      <source>The package holds a file that no seal protects; the document does not seem to use it.</source>
      <translation>文件包里有一个没有印章保护的文件，看来文档没有用到它。</translation>
    </message>
    <message>
      <source>The package holds a signature that its list does not name.</source>
      <translation>文件包中有一个未列入签名列表的签名。</translation>
    </message>
    <message>
      <source>The package names another time of signing than the signature.</source>
      <translation>文件包注明的签名时间与签名本身不同。</translation>
    </message>
    <message>
      <source>The package names another way of signing than the signature.</source>
      <translation>文件包注明的签名算法与签名本身不同。</translation>
    </message>
    <message>
      <source>The package's index is not protected: title and author in it are nobody's word.</source>
      <translation>文件包的索引不受保护：其中的标题和作者不能作为依据。</translation>
    </message>
    <message>
      <source>The paper is larger than {megabytes} MB.</source>
      <translation>材料超过 {megabytes} MB。</translation>
    </message>
    <message>
      <source>The parts are protected by a digest that can be forged.</source>
      <translation>各部分所用的杂凑算法可被伪造。</translation>
    </message>
    <message>
      <source>The parts are protected by a digest that is not known here.</source>
      <translation>各部分所用的杂凑算法本程序不识别。</translation>
    </message>
    <message>
      <source>The period ends before its first day, {first}.</source>
      <translation>期间的末日早于首日 {first}。</translation>
    </message>
    <message>
      <source>The period ends on {last}.</source>
      <translation>期间到 {last} 才结束。</translation>
    </message>
    <message>
      <source>The period up to {last} is closed; its figures and its formula stand.</source>
      <translation>截至 {last} 的期间已经定稿，数字和公式不再更改。</translation>
    </message>
    <message>
      <source>The photo decoder could not decode the card's photo ({status}).</source>
      <translation>照片解码库无法解码证件照片（{status}）。</translation>
    </message>
    <message>
      <source>The photo decoder did not find the card reader, which it must ask.</source>
      <translation>照片解码库找不到它必须访问的读卡器。</translation>
    </message>
    <message>
      <source>The photo decoder has no licence for this reader.</source>
      <translation>照片解码库没有该读卡器的授权。</translation>
    </message>
    <message>
      <source>The picture in the seal cannot be used: {problem}.</source>
      <translation>印章中的印模图片不能使用：{problem}。</translation>
    </message>
    <message>
      <source>The picture in the seal has too many bytes or pixels.</source>
      <translation>印章图片的字节或像素过多。</translation>
    </message>
    <message>
      <source>The picture in the seal is damaged and cannot be drawn.</source>
      <translation>印章图片已损坏，无法绘制。</translation>
    </message>
    <message>
      <source>The picture in the seal is of the kind {kind}, which cannot be drawn here.</source>
      <translation>印章图片的类型为{kind}，本程序无法绘制。</translation>
    </message>
    <message>
      <source>The platform could not be reached or was busy; this counter is not enrolled.</source>
      <translation>平台无法连接或正忙；本柜台尚未登记。</translation>
    </message>
    <message>
      <source>The platform does not answer.</source>
      <translation>支撑平台没有应答。</translation>
    </message>
    <message>
      <source>The platform does not know the catalogue {version}.</source>
      <translation>支撑平台没有事项库 {version}。</translation>
    </message>
    <message>
      <source>The platform does not know the pack {pack}.</source>
      <translation>平台没有政策包 {pack}。</translation>
    </message>
    <message>
      <source>The platform does not know this case's catalogue yet.</source>
      <translation>支撑平台还没有此办件所用的事项库。</translation>
    </message>
    <message>
      <source>The platform does not know this kind of operation.</source>
      <translation>支撑平台不认识这种操作。</translation>
    </message>
    <message>
      <source>The platform does not recognise this counter's signature.</source>
      <translation>支撑平台不认可本窗口的签名。</translation>
    </message>
    <message>
      <source>The platform has a newer state of this case.</source>
      <translation>支撑平台上此办件的状态更新。</translation>
    </message>
    <message>
      <source>The platform has no such case.</source>
      <translation>支撑平台上没有此办件。</translation>
    </message>
    <message>
      <source>The platform has revoked this counter's key. Everything recorded is kept.</source>
      <translation>支撑平台已吊销本窗口的密钥。已记录的内容都保留着。</translation>
    </message>
    <message>
      <source>The platform is busy and asks to wait {seconds} s.</source>
      <translation>支撑平台忙，请等 {seconds} 秒。</translation>
    </message>
    <message>
      <source>The platform no longer speaks this program's protocol.</source>
      <translation>支撑平台不再支持本程序的协议。</translation>
    </message>
    <message>
      <source>The platform's answer has no receipt for what was sent.</source>
      <translation>支撑平台的应答中没有平台回执。</translation>
    </message>
    <message>
      <source>The platform's disk is full; nothing of this request was kept.</source>
      <translation>支撑平台磁盘已满，本次请求没有保存。</translation>
    </message>
    <message>
      <source>The platform's record of this counter and its own have parted ({error}).</source>
      <translation>支撑平台上本窗口的记录与本机记录不一致（{error}）。</translation>
    </message>
    <message>
      <source>The power of attorney is another person's or not from {firm}.</source>
      <translation>授权委托书与签名人或{firm}不符。</translation>
    </message>
    <message>
      <source>The power of attorney is not on file.</source>
      <translation>授权委托书没有存档。</translation>
    </message>
    <message>
      <source>The power of attorney is not valid today; its last day is {last}.</source>
      <translation>授权委托书今天无效，有效期至 {last}。</translation>
    </message>
    <message>
      <source>The print service did not confirm the letter: it may be printed or not.</source>
      <translation>打印服务没有确认，文书可能已打印，也可能没有。</translation>
    </message>
    <message>
      <source>The print service does not answer.</source>
      <translation>打印服务没有应答。</translation>
    </message>
    <message>
      <source>The print service does not know this letter any more.</source>
      <translation>打印服务已查不到这份文书。</translation>
    </message>
    <message>
      <source>The print service gave an answer that makes no sense.</source>
      <translation>打印服务的应答无法识别。</translation>
    </message>
    <message>
      <source>The print service has no room for more letters.</source>
      <translation>打印服务的空间已满。</translation>
    </message>
    <message>
      <source>The print service lacks a part that this printer needs.</source>
      <translation>打印服务缺少这台打印机需要的组件。</translation>
    </message>
    <message>
      <source>The print service refused the letter ({status}).</source>
      <translation>打印服务拒绝了文书（{status}）。</translation>
    </message>
    <message>
      <source>The printer cannot be reached.</source>
      <translation>连接不到打印机。</translation>
    </message>
    <message>
      <source>The printer gave the letter up.</source>
      <translation>打印机放弃了这份文书。</translation>
    </message>
    <message>
      <source>The printer is out of paper.</source>
      <translation>打印机缺纸。</translation>
    </message>
    <message>
      <source>The printer is out of toner or ink.</source>
      <translation>打印机的墨粉或墨水已用完。</translation>
    </message>
    <message>
      <source>The printer itself needs service.</source>
      <translation>打印机需要维修。</translation>
    </message>
    <message>
      <source>The printer reports trouble that is not known here.</source>
      <translation>打印机报告了这里不认识的故障。</translation>
    </message>
    <message>
      <source>The printer takes no letters now.</source>
      <translation>打印机目前不接收文书。</translation>
    </message>
    <message>
      <source>The printer will soon be out of paper.</source>
      <translation>打印机的纸快用完了。</translation>
    </message>
    <message>
      <source>The printer will soon be out of toner or ink.</source>
      <translation>打印机的墨粉或墨水快用完了。</translation>
    </message>
    <message>
      <source>The printer {name} has no A4 paper.</source>
      <translation>打印机 {name} 没有 A4 纸。</translation>
    </message>
    <message>
      <source>The printer {name} is not known to the print service.</source>
      <translation>打印服务中没有打印机 {name}。</translation>
    </message>
    <message>
      <source>The printer {printer} did not confirm the letter ({why}).</source>
      <translation>打印机 {printer} 没有确认文书（{why}）。</translation>
    </message>
    <message>
      <source>The printer {printer} did not take the letter ({status}).</source>
      <translation>打印机 {printer} 没有接收文书（{status}）。</translation>
    </message>
    <message>
      <source>The printer {printer} has no A4 paper.</source>
      <translation>打印机 {printer} 没有 A4 纸。</translation>
    </message>
    <message>
      <source>The printer's output tray is full.</source>
      <translation>打印机的出纸盘已满。</translation>
    </message>
    <message>
      <source>The printer's waste box is full.</source>
      <translation>打印机的废粉盒已满。</translation>
    </message>
    <message>
      <source>The program {file}, which was to run the maker's library, cannot be started.</source>
      <translation>用来运行厂家动态库的程序 {file} 无法启动。</translation>
    </message>
    <message>
      <source>The proof lacks its inquiry letter or its feedback letter.</source>
      <translation>这项证明缺协查函或反馈函模板。</translation>
    </message>
    <message>
      <source>The proofs are not those of the matter.</source>
      <translation>所列证明与事项不符。</translation>
    </message>
    <message>
      <source>The protocol is too old or too new.</source>
      <translation>协议版本过旧或过新。</translation>
    </message>
    <message>
      <source>The question was asked only after the signature.</source>
      <translation>签字以后才询问。</translation>
    </message>
    <message>
      <source>The reader does not accept the card (status {status}).</source>
      <translation>读卡器不认可此证件（状态 {status}）。</translation>
    </message>
    <message>
      <source>The reader does not carry frames as profile {profile} says (status {status}).</source>
      <translation>读卡器不按配置{profile}传送身份证模块的数据（状态{status}）。</translation>
    </message>
    <message>
      <source>The reader's maker must authorise it; use another reader until then.</source>
      <translation>须由读卡器厂家授权；在此之前请用其他读卡器。</translation>
    </message>
    <message>
      <source>The receipt is not signed by the platform this counter was enrolled at.</source>
      <translation>平台回执不是本窗口注册的支撑平台签发的。</translation>
    </message>
    <message>
      <source>The record of a visit needs the place, what was found, and evidence.</source>
      <translation>调查记录要写明地点、查明的情况和佐证材料。</translation>
    </message>
    <message>
      <source>The report does not stand where this step can be taken.</source>
      <translation>报告目前的状态不能进行这一步。</translation>
    </message>
    <message>
      <source>The report is drafted by itself when the time is over.</source>
      <translation>逾期后系统自动拟好报告。</translation>
    </message>
    <message>
      <source>The request is not signed.</source>
      <translation>请求没有签名。</translation>
    </message>
    <message>
      <source>The revocation list at hand covers some of the issuer's certificates only.</source>
      <translation>现有吊销列表只涵盖颁发机构的部分证书。</translation>
    </message>
    <message>
      <source>The revocation lists at hand do not reach to the time of signing.</source>
      <translation>现有吊销列表没有覆盖签名时间。</translation>
    </message>
    <message>
      <source>The roles given are not roles of a person at this counter.</source>
      <translation>所给角色不是本窗口人员的角色。</translation>
    </message>
    <message>
      <source>The seal beside the signature is not the one that signed.</source>
      <translation>签名旁的印章与签名所用的印章不一致。</translation>
    </message>
    <message>
      <source>The seal carries a condition that is not understood here.</source>
      <translation>印章带有本程序不认识的限制条件。</translation>
    </message>
    <message>
      <source>The seal is in force only from {since}.</source>
      <translation>印章自 {since} 起才有效。</translation>
    </message>
    <message>
      <source>The seal is of a generation newer than this program.</source>
      <translation>该印章的版本比本程序认识的更新。</translation>
    </message>
    <message>
      <source>The seal is of version {version}, and this hall's readers are set to an earlier one.</source>
      <translation>印章为第{version}版，而本大厅设置的核验版本较早。</translation>
    </message>
    <message>
      <source>The seal is of version {version}; this program seals with versions 4 and 5.</source>
      <translation>印章为第 {version} 版，本程序用第 4 版和第 5 版盖章。</translation>
    </message>
    <message>
      <source>The seal is set on a page that is not in the document.</source>
      <translation>印章所在的页面不在文档中。</translation>
    </message>
    <message>
      <source>The seal lists its signers by digests of a kind that is not judged here.</source>
      <translation>印章用本程序不认识的摘要方式列出签章人。</translation>
    </message>
    <message>
      <source>The seal lists the signer by a digest made with Z.</source>
      <translation>印章所列签章人摘要按带 Z 值的方式计算。</translation>
    </message>
    <message>
      <source>The seal lists the signer by a digest other than SM3.</source>
      <translation>印章用 SM3 以外的摘要列出了签章人。</translation>
    </message>
    <message>
      <source>The seal lists the signer by the number of a certificate only.</source>
      <translation>印章只用证书序列号列出签章人。</translation>
    </message>
    <message>
      <source>The seal must be made anew for the new certificate; ask its maker.</source>
      <translation>须按新证书重新制章，请联系印章制作单位。</translation>
    </message>
    <message>
      <source>The seal of this counter is not registered.</source>
      <translation>本窗口的印章尚未登记。</translation>
    </message>
    <message>
      <source>The seal of {bytes} bytes does not fit into the letter.</source>
      <translation>印章有 {bytes} 字节，文书中放不下。</translation>
    </message>
    <message>
      <source>The seal or the signature is not built as the version in it says.</source>
      <translation>印章或签章的构造与其中写明的版本不符。</translation>
    </message>
    <message>
      <source>The seal says that it is {size} mm large; a seal is 5 to 60 mm.</source>
      <translation>印章标明的尺寸为{size}毫米；印章应为5至60毫米。</translation>
    </message>
    <message>
      <source>The seal that should lie beside the signature is missing.</source>
      <translation>签名旁应有的印章文件缺失。</translation>
    </message>
    <message>
      <source>The seal token could not be logged out.</source>
      <translation>印章UKey未能退出登录。</translation>
    </message>
    <message>
      <source>The seal token did not answer its library in time ({status}); nothing was sealed.</source>
      <translation>印章UKey没有及时回应驱动（{status}），没有盖章。</translation>
    </message>
    <message>
      <source>The seal token did not take a command's data ({status}).</source>
      <translation>印章UKey不接受命令数据（{status}）。</translation>
    </message>
    <message>
      <source>The seal token did not take a command's length ({status}).</source>
      <translation>印章UKey不接受命令长度（{status}）。</translation>
    </message>
    <message>
      <source>The seal token did not take a command's parameters ({status}).</source>
      <translation>印章UKey不接受命令参数（{status}）。</translation>
    </message>
    <message>
      <source>The seal token does not answer.</source>
      <translation>印章UKey没有应答。</translation>
    </message>
    <message>
      <source>The seal token does not have the part for sealing ({status}).</source>
      <translation>印章UKey里没有用于盖章的应用（{status}）。</translation>
    </message>
    <message>
      <source>The seal token does not have this file ({status}).</source>
      <translation>印章UKey里没有这个文件（{status}）。</translation>
    </message>
    <message>
      <source>The seal token does not have what was asked for ({status}).</source>
      <translation>印章UKey中没有所需内容（{status}）。</translation>
    </message>
    <message>
      <source>The seal token does not know a command ({status}).</source>
      <translation>印章UKey不支持此命令（{status}）。</translation>
    </message>
    <message>
      <source>The seal token does not take this PIN ({status}).</source>
      <translation>印章UKey不接受这个PIN（{status}）。</translation>
    </message>
    <message>
      <source>The seal token has more to say than the program takes ({status}, {function}).</source>
      <translation>印章UKey返回的内容超出程序上限（{status}，{function}）。</translation>
    </message>
    <message>
      <source>The seal token has no PIN yet ({status}).</source>
      <translation>印章UKey还没有设置PIN（{status}）。</translation>
    </message>
    <message>
      <source>The seal token has no such key ({status}); nothing was sealed.</source>
      <translation>印章UKey里没有这个密钥（{status}），没有盖章。</translation>
    </message>
    <message>
      <source>The seal token is full ({status}).</source>
      <translation>印章UKey存储已满（{status}）。</translation>
    </message>
    <message>
      <source>The seal token is locked: no PIN tries are left.</source>
      <translation>印章UKey已锁定：PIN次数已用完。</translation>
    </message>
    <message>
      <source>The seal token refused a command ({status}).</source>
      <translation>印章UKey拒绝了命令（{status}）。</translation>
    </message>
    <message>
      <source>The seal token reports a fault of its own ({status}); this says nothing about the PIN.</source>
      <translation>印章UKey报告自身故障（{status}），与PIN无关。</translation>
    </message>
    <message>
      <source>The seal token says that nobody is logged in; nothing was sealed.</source>
      <translation>印章UKey未登录，没有盖章。</translation>
    </message>
    <message>
      <source>The seal token stopped in the middle of its answer; nothing was sealed.</source>
      <translation>印章UKey应答中断，没有盖章。</translation>
    </message>
    <message>
      <source>The seal token's library cannot do this ({status}, {function}).</source>
      <translation>印章UKey的驱动不支持此操作（{status}，{function}）。</translation>
    </message>
    <message>
      <source>The seal token's library did not take a call ({status}, {function}).</source>
      <translation>印章UKey的驱动不接受此调用（{status}，{function}）。</translation>
    </message>
    <message>
      <source>The seal token's library is out of memory ({status}); nothing was sealed.</source>
      <translation>印章UKey的驱动内存不足（{status}），没有盖章。</translation>
    </message>
    <message>
      <source>The seal token's library refused ({status}, {function}); nothing was sealed.</source>
      <translation>印章UKey的驱动拒绝了操作（{status}，{function}），没有盖章。</translation>
    </message>
    <message>
      <source>The seal token's library reports a failure it does not explain ({status}).</source>
      <translation>印章UKey的驱动报告了未说明原因的错误（{status}）。</translation>
    </message>
    <message>
      <source>The seal token's library {file} crashed ({how}); nothing was sealed.</source>
      <translation>印章UKey的动态库 {file} 崩溃（{how}），未用印。</translation>
    </message>
    <message>
      <source>The seal token's library {file} did not come back within {seconds} seconds and was ended; nothing was sealed.</source>
      <translation>印章UKey的动态库 {file} 在 {seconds} 秒内没有返回，已被结束，未用印。</translation>
    </message>
    <message>
      <source>The seal token's signature does not fit its certificate; nothing was sealed.</source>
      <translation>印章UKey的签名与其证书不符，没有盖章。</translation>
    </message>
    <message>
      <source>The seal token's signature has not the right length; nothing was sealed.</source>
      <translation>印章UKey的签名长度不对，没有盖章。</translation>
    </message>
    <message>
      <source>The seal was in force until {until}.</source>
      <translation>印章有效期至 {until}，已过期。</translation>
    </message>
    <message>
      <source>The seal was made after the signature.</source>
      <translation>印章的制作时间晚于签章时间。</translation>
    </message>
    <message>
      <source>The seal was no longer in force.</source>
      <translation>印章当时已过期。</translation>
    </message>
    <message>
      <source>The seal was not given to this signer.</source>
      <translation>印章未授予此签章人。</translation>
    </message>
    <message>
      <source>The seal was not signed by the maker it names, or was changed since.</source>
      <translation>印章不是所写单位制作的，或者制作后被改动。</translation>
    </message>
    <message>
      <source>The seal was not yet in force.</source>
      <translation>印章当时尚未生效。</translation>
    </message>
    <message>
      <source>The seal {seal} does not list this token's certificate; it may have been renewed.</source>
      <translation>印章“{seal}”中没有此UKey的证书，证书可能已更新。</translation>
    </message>
    <message>
      <source>The seal {seal} is not for this kind of letter ({kind}).</source>
      <translation>印章“{seal}”不用于此类文书（{kind}）。</translation>
    </message>
    <message>
      <source>The seal {seal} is or was registered with this very file.</source>
      <translation>印章“{seal}”的这一文件已经登记过。</translation>
    </message>
    <message>
      <source>The seal {seal} was not signed by its maker, or was changed since.</source>
      <translation>印章“{seal}”不是制作单位签发的，或者被改动过。</translation>
    </message>
    <message>
      <source>The seal {seal} was replaced by a newer one on {on}.</source>
      <translation>印章“{seal}”已于{on}换发新章。</translation>
    </message>
    <message>
      <source>The seal {seal} was withdrawn on {on}; letters sealed before that stay good.</source>
      <translation>印章“{seal}”已于{on}停用；此前盖章的文书仍然有效。</translation>
    </message>
    <message>
      <source>The seal's file cannot be read.</source>
      <translation>印章文件无法读取。</translation>
    </message>
    <message>
      <source>The seal's picture has only {dpi} dots per inch; printed letters show it coarse.</source>
      <translation>印章图片每英寸只有{dpi}点，打印出来会显得粗糙。</translation>
    </message>
    <message>
      <source>The sealed document is not there to compare with.</source>
      <translation>没有已盖章的原文件，无法比对。</translation>
    </message>
    <message>
      <source>The security module in the card reader failed its own test (status {status}).</source>
      <translation>读卡器安全模块自检未通过（状态 {status}）。</translation>
    </message>
    <message>
      <source>The security module in the card reader is not authorised (status {status}).</source>
      <translation>读卡器安全模块未获授权（状态 {status}）。</translation>
    </message>
    <message>
      <source>The settings name a signature profile that is not there: {name}.</source>
      <translation>设置中的签章方案不存在：{name}。</translation>
    </message>
    <message>
      <source>The sheet needs its reviewer.</source>
      <translation>免责认定要有认定人。</translation>
    </message>
    <message>
      <source>The signature carries a condition that is not understood here.</source>
      <translation>签章带有本程序不认识的限制条件。</translation>
    </message>
    <message>
      <source>The signature does not say when it was made.</source>
      <translation>签名没有写明签名时间。</translation>
    </message>
    <message>
      <source>The signature is dated later than now.</source>
      <translation>签章时间晚于当前时间。</translation>
    </message>
    <message>
      <source>The signature is not built as the standard says.</source>
      <translation>签章结构不符合标准。</translation>
    </message>
    <message>
      <source>The signature is not that of an enrolled counter.</source>
      <translation>签名不是已注册窗口的。</translation>
    </message>
    <message>
      <source>The signature is not the signer's, or what was signed was changed.</source>
      <translation>签名不是签章人的，或签章内容被改动。</translation>
    </message>
    <message>
      <source>The signature is older than the notice it answers.</source>
      <translation>签名时间早于告知时间。</translation>
    </message>
    <message>
      <source>The signature is over the document, which is not at hand.</source>
      <translation>签名针对原文件，而原文件不在手边。</translation>
    </message>
    <message>
      <source>The signature names a way of signing that its key does not know.</source>
      <translation>签章所写的算法与其密钥不符。</translation>
    </message>
    <message>
      <source>The signature names another file as its range than the one it signs.</source>
      <translation>签名注明的保护范围与其实际签署的文件不同。</translation>
    </message>
    <message>
      <source>The signature was made in a way that is not judged here.</source>
      <translation>签章方式，本程序不作判断。</translation>
    </message>
    <message>
      <source>The signer's certificate is neither in the file nor among the trusted ones.</source>
      <translation>签名人的证书既不在文件里，也不在受信任的证书中。</translation>
    </message>
    <message>
      <source>The simulated device does not understand {word}.</source>
      <translation>模拟设备不认识 {word}。</translation>
    </message>
    <message>
      <source>The simulated device {device} was ended; what was not sealed by then is not sealed.</source>
      <translation>模拟设备 {device} 已被结束；此前未签章的，均未签章。</translation>
    </message>
    <message>
      <source>The simulated pad's file holds no strokes.</source>
      <translation>模拟手写板的文件中没有笔迹。</translation>
    </message>
    <message>
      <source>The simulated token's PIN file cannot be read.</source>
      <translation>模拟UKey的PIN文件无法读取。</translation>
    </message>
    <message>
      <source>The simulated token's certificate file cannot be read.</source>
      <translation>模拟UKey的证书文件无法读取。</translation>
    </message>
    <message>
      <source>The simulated token's key file cannot be read.</source>
      <translation>模拟UKey的密钥文件无法读取。</translation>
    </message>
    <message>
      <source>The situation {situation} asks for no fewer materials than those of {matter}.</source>
      <translation>情形“{situation}”要的材料不比{matter}原有的情形少。</translation>
    </message>
    <message>
      <source>The smart card service is not running.</source>
      <translation>智能卡服务没有运行。</translation>
    </message>
    <message>
      <source>The social credit code of {firm} is not one.</source>
      <translation>{firm}的统一社会信用代码不对。</translation>
    </message>
    <message>
      <source>The source gives at least one field, and only its own: {fields}.</source>
      <translation>信息库至少提供一项，且只能是库里的项目：{fields}。</translation>
    </message>
    <message>
      <source>The source {source} was last loaded on {loaded}, which is too long ago.</source>
      <translation>{source}最近一次更新是{loaded}，已超过时效。</translation>
    </message>
    <message>
      <source>The source {source} was not gathered yet.</source>
      <translation>{source}尚未归集。</translation>
    </message>
    <message>
      <source>The store does not open with this key.</source>
      <translation>此密钥打不开本地库。</translation>
    </message>
    <message>
      <source>The store is damaged: {found}.</source>
      <translation>本地库已损坏：{found}。</translation>
    </message>
    <message>
      <source>The store was made by a newer program (schema {version}, this one knows {ours}).</source>
      <translation>本地库由较新的程序建立（结构版本 {version}，本程序支持 {ours}）。</translation>
    </message>
    <message>
      <source>The store was made, but its set-up broke off.</source>
      <translation>本地库已建立，但设置中断。</translation>
    </message>
    <message>
      <source>The store's key is with {old}, but the keyring is now {new}.</source>
      <translation>本地库的密钥在 {old} 中，而现在的密钥环是 {new}。</translation>
    </message>
    <message>
      <source>The system does not allow this: {why}.</source>
      <translation>系统不允许：{why}。</translation>
    </message>
    <message>
      <source>The task was not set yet on {on}.</source>
      <translation>{on}还没有下达这项任务。</translation>
    </message>
    <message>
      <source>The task would be due on {due}, before it was set.</source>
      <translation>任务到期日{due}早于下达日期。</translation>
    </message>
    <message>
      <source>The time given ran out before the device had said everything.</source>
      <translation>给定的时间已到，设备尚未说完。</translation>
    </message>
    <message>
      <source>The time limit can only be changed to a slower one.</source>
      <translation>时限只能改为更长的一档。</translation>
    </message>
    <message>
      <source>The time limit ended at {due}; it can no longer be changed.</source>
      <translation>时限已于 {due} 届满，不能再更改。</translation>
    </message>
    <message>
      <source>The time limit was changed once already.</source>
      <translation>时限已经更改过一次。</translation>
    </message>
    <message>
      <source>The time of signing cannot be read.</source>
      <translation>签章时间读不出来。</translation>
    </message>
    <message>
      <source>The time of signing lies outside the certificate's dates.</source>
      <translation>签章时间不在证书有效期内。</translation>
    </message>
    <message>
      <source>The time of signing lies outside the seal's dates.</source>
      <translation>签章时间不在印章有效期内。</translation>
    </message>
    <message>
      <source>The time stamp came and could not be kept on this computer.</source>
      <translation>时间戳已取到，但在本机保存不了。</translation>
    </message>
    <message>
      <source>The time stamp holds a digest of a kind that is not judged here.</source>
      <translation>时间戳里的摘要算法这里不核验。</translation>
    </message>
    <message>
      <source>The time stamp is dated later than now.</source>
      <translation>时间戳的时间晚于现在。</translation>
    </message>
    <message>
      <source>The time stamp is older than the time of signing.</source>
      <translation>时间戳早于签名时间。</translation>
    </message>
    <message>
      <source>The time stamp service answered another question.</source>
      <translation>时间戳服务答复的是另一个请求。</translation>
    </message>
    <message>
      <source>The time stamp service declined.</source>
      <translation>时间戳服务拒绝了请求。</translation>
    </message>
    <message>
      <source>The time stamp service does not answer.</source>
      <translation>时间戳服务没有应答。</translation>
    </message>
    <message>
      <source>The time stamp service's address is none of a web service.</source>
      <translation>时间戳服务的地址不是网址。</translation>
    </message>
    <message>
      <source>The time stamp service's answer is not believed.</source>
      <translation>时间戳服务的答复不可信。</translation>
    </message>
    <message>
      <source>The time stamp was given for something else.</source>
      <translation>这个时间戳是给别的内容签发的。</translation>
    </message>
    <message>
      <source>The times are not in order: sent, delivered, answered.</source>
      <translation>时间先后不对：应为发出、送达、反馈。</translation>
    </message>
    <message>
      <source>The token has no container {name}; it has: {names}.</source>
      <translation>UKey 中没有容器 {name}，只有：{names}。</translation>
    </message>
    <message>
      <source>The token in the reader does not answer.</source>
      <translation>读卡器中的UKey没有应答。</translation>
    </message>
    <message>
      <source>The token reader answered another question than was asked; nothing was sealed.</source>
      <translation>UKey读卡器答非所问，没有盖章。</translation>
    </message>
    <message>
      <source>The token reader did not understand the command; nothing was sealed.</source>
      <translation>UKey读卡器不认识此命令，没有盖章。</translation>
    </message>
    <message>
      <source>The token reader reports error {status}; nothing was sealed.</source>
      <translation>UKey读卡器报错 {status}，没有盖章。</translation>
    </message>
    <message>
      <source>The token reader's answer was damaged on the way; nothing was sealed.</source>
      <translation>UKey读卡器的应答在传输中损坏，没有盖章。</translation>
    </message>
    <message>
      <source>The token that is plugged in is {serial}, not {wanted}; no PIN was sent.</source>
      <translation>插着的印章UKey是 {serial}，不是 {wanted}；没有发送 PIN。</translation>
    </message>
    <message>
      <source>The token {serial} that this counter seals with is not plugged in; no PIN was sent.</source>
      <translation>本窗口用来盖章的UKey {serial} 没有插上；没有发送PIN。</translation>
    </message>
    <message>
      <source>The token's certificate cannot be read.</source>
      <translation>UKey的证书无法读取。</translation>
    </message>
    <message>
      <source>The token's certificate is valid only from {since}.</source>
      <translation>UKey的证书自 {since} 起才有效。</translation>
    </message>
    <message>
      <source>The token's certificate was valid until {until}.</source>
      <translation>UKey的证书有效期至 {until}，已过期。</translation>
    </message>
    <message>
      <source>The token's signature does not fit its certificate; nothing was sealed.</source>
      <translation>UKey的签名与其证书不符，没有盖章。</translation>
    </message>
    <message>
      <source>The token's signature of {bytes} bytes is not in the standard's form; nothing was sealed.</source>
      <translation>UKey的签名（{bytes} 字节）不合标准格式，没有盖章。</translation>
    </message>
    <message>
      <source>The trace ends before it says how it ended.</source>
      <translation>记录文件没有写完，缺少结果。</translation>
    </message>
    <message>
      <source>The trace is longer than a trace may be (line {line}).</source>
      <translation>记录文件超过了允许的长度（第{line}行）。</translation>
    </message>
    <message>
      <source>The training parts are not installed.</source>
      <translation>训练组件未安装。</translation>
    </message>
    <message>
      <source>The training platform was ended; what was sealed by then stays sealed, nothing else is.</source>
      <translation>训练平台已被结束；此前已签章的仍然有效，其余均未签章。</translation>
    </message>
    <message>
      <source>The two other bureaus confirm that they read it.</source>
      <translation>由另外两个局确认已阅。</translation>
    </message>
    <message>
      <source>The typed data of this person have not been confirmed by a second officer.</source>
      <translation>此人的手工录入信息没有经第二位工作人员复核。</translation>
    </message>
    <message>
      <source>The unit {unit} is beyond what your post reaches: {act}.</source>
      <translation>单位{unit}不在你的岗位范围内：{act}。</translation>
    </message>
    <message>
      <source>The unit's head or the joint conference's office decides it.</source>
      <translation>由单位负责人或联席会议办公室处理。</translation>
    </message>
    <message>
      <source>The verify-first categories are not those of the matter.</source>
      <translation>先核实后审批的类别与事项不符。</translation>
    </message>
    <message>
      <source>The version {formula} names two formulas.</source>
      <translation>版本号 {formula} 指了两个不同的公式。</translation>
    </message>
    <message>
      <source>The version {version} is public already.</source>
      <translation>版本 {version} 已经公布过。</translation>
    </message>
    <message>
      <source>The visit did not find the fact as stated: {finding}.</source>
      <translation>调查没有查明与填报一致：{finding}。</translation>
    </message>
    <message>
      <source>The visit was not made for case {case}.</source>
      <translation>这次调查不是为办件{case}进行的。</translation>
    </message>
    <message>
      <source>The visit was ordered on {on}; it was not made before.</source>
      <translation>调查于{on}安排，不会更早进行。</translation>
    </message>
    <message>
      <source>The way is not one the catalogue allows for this proof.</source>
      <translation>事项库不允许对此证明使用这种方式。</translation>
    </message>
    <message>
      <source>The way of signing is named by a number that a widespread library mistypes.</source>
      <translation>签名算法的编号是某常用软件库写错的那个。</translation>
    </message>
    <message>
      <source>The ways for {proof} end in asking for the proof itself.</source>
      <translation>“{proof}”的各种方式最后又变成索要证明，这不允许。</translation>
    </message>
    <message>
      <source>The words of the notice or of the commitment have changed since {number} was sealed.</source>
      <translation>{number} 盖章后，告知或承诺的文字已有改动。</translation>
    </message>
    <message>
      <source>There are two overlays for {named}; one of them is {overlay}.</source>
      <translation>{named} 有两份细化目录，其中一份是“{overlay}”。</translation>
    </message>
    <message>
      <source>There is a character that cannot be shown.</source>
      <translation>有一个字符不能显示。</translation>
    </message>
    <message>
      <source>There is a store here already; it is left as it is.</source>
      <translation>此处已有本地库，未作改动。</translation>
    </message>
    <message>
      <source>There is a training seal in {folder} already.</source>
      <translation>{folder} 中已有训练印章。</translation>
    </message>
    <message>
      <source>There is an account {officer} already.</source>
      <translation>账号 {officer} 已存在。</translation>
    </message>
    <message>
      <source>There is no account in use for officer {officer}.</source>
      <translation>工号{officer}没有在用的账户。</translation>
    </message>
    <message>
      <source>There is no account {officer}.</source>
      <translation>没有账号 {officer}。</translation>
    </message>
    <message>
      <source>There is no approval on a commitment to review in case {case}.</source>
      <translation>办件 {case} 没有凭承诺作出的决定，不能复核。</translation>
    </message>
    <message>
      <source>There is no case {number} at this counter.</source>
      <translation>本窗口没有办件 {number}。</translation>
    </message>
    <message>
      <source>There is no contract on file with {party}.</source>
      <translation>没有与{party}签订的备案合同。</translation>
    </message>
    <message>
      <source>There is no counter in this state folder yet.</source>
      <translation>此数据目录中还没有窗口。</translation>
    </message>
    <message>
      <source>There is no credit record to repair.</source>
      <translation>没有可以修复的信用记录。</translation>
    </message>
    <message>
      <source>There is no display to open a window on.</source>
      <translation>没有可打开窗口的显示器。</translation>
    </message>
    <message>
      <source>There is no fault {fault}.</source>
      <translation>没有 {fault} 这种故障。</translation>
    </message>
    <message>
      <source>There is no person {person}.</source>
      <translation>没有人员 {person}。</translation>
    </message>
    <message>
      <source>There is no printer that could take the sheet.</source>
      <translation>没有可用的打印机。</translation>
    </message>
    <message>
      <source>There is no profile {name} for this reader.</source>
      <translation>此读卡器没有{name}这种配置。</translation>
    </message>
    <message>
      <source>There is no reason why the data are typed.</source>
      <translation>没有写明手工录入的原因。</translation>
    </message>
    <message>
      <source>There is no signature on the commitment.</source>
      <translation>承诺书上没有签名。</translation>
    </message>
    <message>
      <source>There is no such attachment in this hall.</source>
      <translation>本大厅没有此附件。</translation>
    </message>
    <message>
      <source>There is no such case in this hall.</source>
      <translation>本大厅没有此办件。</translation>
    </message>
    <message>
      <source>There is no token profile {name}; there are: {names}.</source>
      <translation>没有名为 {name} 的UKey型号配置；现有：{names}。</translation>
    </message>
    <message>
      <source>There is no valid letter {number}.</source>
      <translation>没有有效的文书 {number}。</translation>
    </message>
    <message>
      <source>There is nothing at this address.</source>
      <translation>此地址没有内容。</translation>
    </message>
    <message>
      <source>This address does not take that method.</source>
      <translation>此地址不支持该请求方法。</translation>
    </message>
    <message>
      <source>This card gives out its data only with a PIN or a key of the security module (status {status}); none was tried.</source>
      <translation>此卡须凭密码或安全模块（PSAM）的密钥才给出数据（状态{status}），系统没有试过任何密码。</translation>
    </message>
    <message>
      <source>This case already carries the mark of other typed data.</source>
      <translation>本件已经有另一次手工录入的标记。</translation>
    </message>
    <message>
      <source>This consequence does not follow from the finding, or was decided already.</source>
      <translation>核查结论不支持这项处理，或者已经处理过。</translation>
    </message>
    <message>
      <source>This counter has no seal.</source>
      <translation>本窗口没有印章。</translation>
    </message>
    <message>
      <source>This counter is not enrolled at a platform.</source>
      <translation>本窗口没有在支撑平台注册。</translation>
    </message>
    <message>
      <source>This counter was set up for another mode.</source>
      <translation>本窗口设置的是另一种模式。</translation>
    </message>
    <message>
      <source>This counter works in {ours} mode, the platform in {theirs} mode.</source>
      <translation>本窗口为 {ours} 模式，支撑平台为 {theirs} 模式。</translation>
    </message>
    <message>
      <source>This exchange belongs to another inquiry.</source>
      <translation>这次交换属于另一件协查。</translation>
    </message>
    <message>
      <source>This is a kind of document the program does not know ({letter}).</source>
      <translation>这是程序不认识的证件类型（{letter}）。</translation>
    </message>
    <message>
      <source>This is a live counter, and its settings name no platform.</source>
      <translation>本窗口为正式窗口，但设置中没有写支撑平台。</translation>
    </message>
    <message>
      <source>This is neither a PDF nor an OFD, a seal or a seal signature.</source>
      <translation>这不是 PDF、OFD、印章，也不是签章数据。</translation>
    </message>
    <message>
      <source>This is no day of the calendar, or one that cannot be.</source>
      <translation>不是日历上的日期，或者不可能是这一天。</translation>
    </message>
    <message>
      <source>This is not a kind of card the reader can read (status {status}).</source>
      <translation>读卡器读不了这种卡（状态 {status}）。</translation>
    </message>
    <message>
      <source>This is not put aside any more.</source>
      <translation>此件已不在挂起中。</translation>
    </message>
    <message>
      <source>This is the last administrator of the counter.</source>
      <translation>这是本窗口最后一个管理员。</translation>
    </message>
    <message>
      <source>This is too long.</source>
      <translation>太长了。</translation>
    </message>
    <message>
      <source>This kind of database is not served yet.</source>
      <translation>暂不支持这种数据库。</translation>
    </message>
    <message>
      <source>This kind of document cannot be typed in.</source>
      <translation>此种证件不能手工录入。</translation>
    </message>
    <message>
      <source>This model may not be able to do it; tell the administrator.</source>
      <translation>此型号可能不支持，请告知管理员。</translation>
    </message>
    <message>
      <source>This password is easy to guess.</source>
      <translation>此口令容易被猜到。</translation>
    </message>
    <message>
      <source>This person has no social security card.</source>
      <translation>此人没有社会保障卡。</translation>
    </message>
    <message>
      <source>This person is concerned by the complaint and must not handle it.</source>
      <translation>此人与投诉有关，不得经办。</translation>
    </message>
    <message>
      <source>This program does not hold the pack {pack}.</source>
      <translation>本程序里没有政策包 {pack}。</translation>
    </message>
    <message>
      <source>This recovery key belongs to another store, or was replaced.</source>
      <translation>此恢复密钥属于其他本地库，或已被更换。</translation>
    </message>
    <message>
      <source>This seal covers a part of the document only; the rest is covered by another one.</source>
      <translation>此印章只覆盖文件的一部分，其余部分由另一印章覆盖。</translation>
    </message>
    <message>
      <source>This system has no keyring to keep the store's key.</source>
      <translation>系统没有可存放本地库密钥的密钥环。</translation>
    </message>
    <message>
      <source>This time lies before the inquiry was sent or delivered.</source>
      <translation>这个时间早于发出或送达的时间。</translation>
    </message>
    <message>
      <source>This user may not open {port}.</source>
      <translation>当前用户无权打开 {port}。</translation>
    </message>
    <message>
      <source>This user may not use the smart card service or its reader.</source>
      <translation>当前用户无权使用智能卡服务或其读卡器。</translation>
    </message>
    <message>
      <source>This version does not judge this kind of file.</source>
      <translation>本版本不核验这类文件。</translation>
    </message>
    <message>
      <source>This version does not judge this kind of signature.</source>
      <translation>本版本不核验这一类签名。</translation>
    </message>
    <message>
      <source>Tick at least one kind of letter.</source>
      <translation>请至少勾选一类文书。</translation>
    </message>
    <message>
      <source>Tick at least one officer.</source>
      <translation>请至少勾选一位用印人。</translation>
    </message>
    <message>
      <source>Tick only fields of the proof's list.</source>
      <translation>只能勾选这项证明清单里的内容。</translation>
    </message>
    <message>
      <source>Too many questions in this minute.</source>
      <translation>这一分钟内查询次数过多。</translation>
    </message>
    <message>
      <source>Too many wrong passwords; signing in is locked for {minutes} more minutes.</source>
      <translation>口令错误次数过多，登录已锁定，{minutes} 分钟后再试。</translation>
    </message>
    <message>
      <source>Training accounts exist only in a training installation.</source>
      <translation>训练账号只能用于训练环境。</translation>
    </message>
    <message>
      <source>Training and live do not mix: the platform is {mode}.</source>
      <translation>训练与正式不能混用：支撑平台为 {mode}。</translation>
    </message>
    <message>
      <source>Training goes on under the historical measures; nothing is confirmed here.</source>
      <translation>训练继续沿用历史办法，这里不确认依据。</translation>
    </message>
    <message>
      <source>Try again after the time given.</source>
      <translation>请按所给时间稍后再试。</translation>
    </message>
    <message>
      <source>Try again after the time given; the administrator must make room on the platform.</source>
      <translation>请按所给时间稍后再试；须由管理员清理支撑平台磁盘。</translation>
    </message>
    <message>
      <source>Try again, it starts anew; if it happens again, ask the maker for a newer one.</source>
      <translation>请重试，它会重新启动；如再次发生，请向厂家索取新版本。</translation>
    </message>
    <message>
      <source>Try again, or give more time with --timeout.</source>
      <translation>请重试，或用 --timeout 给更多时间。</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>请重试。</translation>
    </message>
    <message>
      <source>Try again; check the cable if it happens again.</source>
      <translation>请重试；仍不行，请检查连接线。</translation>
    </message>
    <message>
      <source>Try again; if it happens again, ask the maker for a newer one.</source>
      <translation>请重试；如再次发生，请向厂家索取新版本。</translation>
    </message>
    <message>
      <source>Try again; if it happens again, plug the device out and in.</source>
      <translation>请重试；如再次发生，请将设备拔下后重新插上。</translation>
    </message>
    <message>
      <source>Try again; if it stays, tell the administrator the token's make and these two words.</source>
      <translation>请重试；仍不行请把UKey型号和括号里的内容告知管理员。</translation>
    </message>
    <message>
      <source>Try again; if it stays, tell the administrator the token's make and this number.</source>
      <translation>请重试；仍不行，请把UKey型号和此号码告知管理员。</translation>
    </message>
    <message>
      <source>Try again; tell the administrator the status if it happens again.</source>
      <translation>请重试；仍不行，请把状态码告知管理员。</translation>
    </message>
    <message>
      <source>Turn to the issuer of the token.</source>
      <translation>请联系UKey发放单位。</translation>
    </message>
    <message>
      <source>Two files of the package have names that some systems take for one.</source>
      <translation>文件包中有两个文件的名称，在某些系统上会被当作同一个。</translation>
    </message>
    <message>
      <source>Two working days need the reason why the files are incomplete.</source>
      <translation>两个工作日的协查时限要写明档案为何不全。</translation>
    </message>
    <message>
      <source>Type all six groups.</source>
      <translation>请输入全部六组。</translation>
    </message>
    <message>
      <source>Type digits, and X only in the last place.</source>
      <translation>请输入数字，X 只能在末位。</translation>
    </message>
    <message>
      <source>Type it as it stands on the document.</source>
      <translation>请照证件原样录入。</translation>
    </message>
    <message>
      <source>Type the PIN again with care; at none left only the issuer can unlock the token.</source>
      <translation>请仔细重新输入PIN；次数用完后，只有发放单位能解锁。</translation>
    </message>
    <message>
      <source>Type the PIN with care; a new token may want its PIN changed first.</source>
      <translation>请仔细输入PIN；新UKey可能需要先修改初始PIN。</translation>
    </message>
    <message>
      <source>Type the code again as it was given.</source>
      <translation>请按原样重新输入注册码。</translation>
    </message>
    <message>
      <source>Type the officer number of the keeper.</source>
      <translation>请填写保管人的工号。</translation>
    </message>
    <message>
      <source>Type the seal token's PIN.</source>
      <translation>请输入印章UKey的PIN。</translation>
    </message>
    <message>
      <source>Type the whole PIN, nothing before or after it.</source>
      <translation>请输入完整的PIN，前后不要有多余字符。</translation>
    </message>
    <message>
      <source>Type them in again and let another officer sign in, or read the card.</source>
      <translation>请重新录入并由另一位工作人员登录复核，或者读卡。</translation>
    </message>
    <message>
      <source>Type this document in by hand; if a maker's library reads the card, ask for one that gives the raw text.</source>
      <translation>请手工录入该证件；如由厂家的动态库读卡，请索取能给出证件原始文字的动态库。</translation>
    </message>
    <message>
      <source>Type year, month and day, for example 2026-11-23; for a document without an end: 长期.</source>
      <translation>请录入年月日，例如 2026-11-23；没有截止日期的证件写：长期。</translation>
    </message>
    <message>
      <source>Unexpected device trouble: {code}</source>
      <translation>设备出现意外故障：{code}</translation>
    </message>
    <message>
      <source>Unexpected trouble: {code}</source>
      <translation>出现意外故障：{code}</translation>
    </message>
    <message>
      <source>Unlock the login keyring, then start again.</source>
      <translation>请解锁登录密钥环，再重新启动。</translation>
    </message>
    <message>
      <source>Unplug the device, plug it in again and try once more.</source>
      <translation>请拔下设备，重新插入再试。</translation>
    </message>
    <message>
      <source>Unplug the reader and plug it in again; if it stays so, have it repaired.</source>
      <translation>请重新插拔读卡器；仍不行，请送修。</translation>
    </message>
    <message>
      <source>Unplug the reader, plug it in again and try once more.</source>
      <translation>请拔下读卡器，重新插入再试。</translation>
    </message>
    <message>
      <source>Update the older of the two, counter or platform; then open the case anew.</source>
      <translation>窗口和支撑平台哪个旧就更新哪个，再重新受理。</translation>
    </message>
    <message>
      <source>Update the platform.</source>
      <translation>请升级支撑平台。</translation>
    </message>
    <message>
      <source>Use a certificate that is valid today.</source>
      <translation>请使用当前有效的证书。</translation>
    </message>
    <message>
      <source>Use another token, or have its issuer look at it.</source>
      <translation>请换用其他UKey，或请发放单位检查。</translation>
    </message>
    <message>
      <source>Use another, empty database for the other mode.</source>
      <translation>另一种模式请另用空数据库。</translation>
    </message>
    <message>
      <source>Use it with the mark, or take the next way.</source>
      <translation>标明后使用，或改用下一种办法。</translation>
    </message>
    <message>
      <source>Use it, or choose an empty folder.</source>
      <translation>请直接使用，或另选空目录。</translation>
    </message>
    <message>
      <source>Use print again, with a reason.</source>
      <translation>请用“重新打印”，并写明原因。</translation>
    </message>
    <message>
      <source>Use real devices and a live counter for real cases.</source>
      <translation>正式办件请使用真实设备和正式窗口。</translation>
    </message>
    <message>
      <source>Use the bureau's list.</source>
      <translation>使用该局的清单。</translation>
    </message>
    <message>
      <source>Use the matching version.</source>
      <translation>请使用相配的版本。</translation>
    </message>
    <message>
      <source>Use the measures in force today.</source>
      <translation>请使用现行有效的办法。</translation>
    </message>
    <message>
      <source>Use the name given at enrolment.</source>
      <translation>请使用注册时的代号。</translation>
    </message>
    <message>
      <source>Use the real device.</source>
      <translation>请使用真实设备。</translation>
    </message>
    <message>
      <source>Use the recovery key: python -m app recover.</source>
      <translation>请使用恢复密钥：python -m app recover。</translation>
    </message>
    <message>
      <source>Use the recovery key: python -m app recover. No new key is made.</source>
      <translation>请使用恢复密钥：python -m app recover。不会另配新密钥。</translation>
    </message>
    <message>
      <source>Use the route for secret documents.</source>
      <translation>请走涉密文件渠道。</translation>
    </message>
    <message>
      <source>Use the seal that is in force today.</source>
      <translation>请使用当前有效的印章。</translation>
    </message>
    <message>
      <source>Use the version of the program that belongs to the database.</source>
      <translation>请使用与数据库相配的程序版本。</translation>
    </message>
    <message>
      <source>Use the window that is open already; close it before starting another.</source>
      <translation>请使用已打开的窗口程序；另开之前请先关闭它。</translation>
    </message>
    <message>
      <source>Verify before approval: {proofs} still to be checked.</source>
      <translation>须先核实后审批，尚未核实：{proofs}。</translation>
    </message>
    <message>
      <source>Void the case and begin anew; the applicant reads and signs the words of today.</source>
      <translation>请作废此件重新受理，由申请人阅读现行文字并签名。</translation>
    </message>
    <message>
      <source>Wait. Restarting the program or setting the clock does not shorten it.</source>
      <translation>请等待；重启程序或改时间都不会缩短锁定。</translation>
    </message>
    <message>
      <source>What answers at the address of the time stamp service is none.</source>
      <translation>该地址上应答的不是时间戳服务。</translation>
    </message>
    <message>
      <source>What answers at the platform's address is not the platform (status {status}).</source>
      <translation>支撑平台地址上应答的不是支撑平台（状态 {status}）。</translation>
    </message>
    <message>
      <source>What comes from the card reader is not a card's language.</source>
      <translation>读卡器传来的内容不是卡片的语言。</translation>
    </message>
    <message>
      <source>What comes over the reader's line is not a card reader's language.</source>
      <translation>这条线路传来的不是读卡器的数据。</translation>
    </message>
    <message>
      <source>What comes over the token's line is not a seal token's language; nothing was sealed.</source>
      <translation>这条线路传来的不是印章UKey的数据，没有盖章。</translation>
    </message>
    <message>
      <source>What differs is settled with the applicant; what was not found is looked for further.</source>
      <translation>不符的与申请人核对；没有查到的继续查。</translation>
    </message>
    <message>
      <source>What is in the card reader does not answer.</source>
      <translation>读卡器里的卡或UKey没有应答。</translation>
    </message>
    <message>
      <source>What is in the card reader stopped answering.</source>
      <translation>读卡器里的卡或UKey中途停止应答。</translation>
    </message>
    <message>
      <source>What is plugged in is not a seal token of this kind ({status}).</source>
      <translation>插入的不是这种印章UKey（{status}）。</translation>
    </message>
    <message>
      <source>What stands in the place of a time stamp is none.</source>
      <translation>时间戳的位置上不是时间戳。</translation>
    </message>
    <message>
      <source>What the card holds has the wrong length (status {status}).</source>
      <translation>证件信息长度不对（状态 {status}）。</translation>
    </message>
    <message>
      <source>What the card holds under {tag} cannot be taken apart.</source>
      <translation>卡内{tag}项的内容无法解析。</translation>
    </message>
    <message>
      <source>What the certificate is meant for cannot be read.</source>
      <translation>证书用途无法读取。</translation>
    </message>
    <message>
      <source>What the keyring {backend} keeps does not open this store.</source>
      <translation>密钥环 {backend} 中的密钥打不开本地库。</translation>
    </message>
    <message>
      <source>What the photo decoder gave is not a picture of a card.</source>
      <translation>照片解码库给出的不是证件照片。</translation>
    </message>
    <message>
      <source>What was signed does not speak of the document.</source>
      <translation>所签内容没有涉及该文件。</translation>
    </message>
    <message>
      <source>What was signed names another certificate of the signer.</source>
      <translation>所签内容写明的是签名人的另一张证书。</translation>
    </message>
    <message>
      <source>What was signed names another kind of content.</source>
      <translation>所签内容写明的是另一类内容。</translation>
    </message>
    <message>
      <source>Where the receiving office sits is not known.</source>
      <translation>不知道接收证明的办事机构在哪里。</translation>
    </message>
    <message>
      <source>Whether the printer {printer} took the sheet is not known.</source>
      <translation>打印机 {printer} 是否收到报告，无法确定。</translation>
    </message>
    <message>
      <source>Whoever asks for it cannot confirm it.</source>
      <translation>申请人本人不能作确认人。</translation>
    </message>
    <message>
      <source>Whoever handles it closes it.</source>
      <translation>由承办人办结。</translation>
    </message>
    <message>
      <source>Whoever typed the data cannot vouch for them.</source>
      <translation>录入的人不能自己复核。</translation>
    </message>
    <message>
      <source>Without a finding of a false commitment there is nothing to be exempt from.</source>
      <translation>没有虚假承诺的结论，不存在免责问题。</translation>
    </message>
    <message>
      <source>Write a row for good, ordinary and poor credit.</source>
      <translation>请为信用良好、一般、较差各写一行。</translation>
    </message>
    <message>
      <source>Write down the sector's department; hospitals, schools and utilities each have one.</source>
      <translation>请填写行业主管部门；医院、学校、水、电、气单位都应当有。</translation>
    </message>
    <message>
      <source>Write down who else was there, or go again in pairs.</source>
      <translation>请写明还有谁在场，或者两人重新前往。</translation>
    </message>
    <message>
      <source>Write down who is on duty.</source>
      <translation>请填写值守人员。</translation>
    </message>
    <message>
      <source>Write in a few words why.</source>
      <translation>请简单写明原因。</translation>
    </message>
    <message>
      <source>Write pairs like 09:00 and 12:00, each later than the one before, and sign the data anew.</source>
      <translation>请成对填写，如 09:00 和 12:00，后一个晚于前一个，再重新签名。</translation>
    </message>
    <message>
      <source>Write the applicant's reason in a few words.</source>
      <translation>请简要写下申请人的理由。</translation>
    </message>
    <message>
      <source>Write the lawful reason.</source>
      <translation>请写明法定理由。</translation>
    </message>
    <message>
      <source>Write the opinion.</source>
      <translation>请写明审查意见。</translation>
    </message>
    <message>
      <source>Write the reason; the clock goes on from the delivery.</source>
      <translation>请填写理由；时限仍从送达时起算。</translation>
    </message>
    <message>
      <source>Write the units, the findings and the result first.</source>
      <translation>请先填写参加单位、查明情况和处理结果。</translation>
    </message>
    <message>
      <source>Write what is committed to and the standard it must meet.</source>
      <translation>请写明承诺的内容和应达到的标准。</translation>
    </message>
    <message>
      <source>Write what is to be found out.</source>
      <translation>请写明要查清什么。</translation>
    </message>
    <message>
      <source>Write what it is for.</source>
      <translation>请写明用途。</translation>
    </message>
    <message>
      <source>Write what makes it hard.</source>
      <translation>请写明疑难之处。</translation>
    </message>
    <message>
      <source>Write what the joint conference says.</source>
      <translation>请填写联席会议办公室的意见。</translation>
    </message>
    <message>
      <source>Write what the poor work led to.</source>
      <translation>请写明影响。</translation>
    </message>
    <message>
      <source>Write what was done.</source>
      <translation>请写明完成情况。</translation>
    </message>
    <message>
      <source>Write what was found and done.</source>
      <translation>请写明查明的情况和处理。</translation>
    </message>
    <message>
      <source>Write what was settled.</source>
      <translation>请写明议定的结论。</translation>
    </message>
    <message>
      <source>Write what was wrong; the old line stays.</source>
      <translation>请写明错在哪里；原记录保留。</translation>
    </message>
    <message>
      <source>Write where the files must be searched and what is missing.</source>
      <translation>请写明要到哪几处查找、缺哪些档案。</translation>
    </message>
    <message>
      <source>Write who decided and on which provision.</source>
      <translation>请填写决定人和条款。</translation>
    </message>
    <message>
      <source>Write who judged.</source>
      <translation>请填写认定人。</translation>
    </message>
    <message>
      <source>Write why no answer is needed any more.</source>
      <translation>请写明为什么不再需要反馈。</translation>
    </message>
    <message>
      <source>Write why so many are needed.</source>
      <translation>请写明为什么需要这么多次。</translation>
    </message>
    <message>
      <source>Write why the joint conference need not know.</source>
      <translation>请写明不必报送联席会议办公室的原因。</translation>
    </message>
    <message>
      <source>You have made {most} look-ups today.</source>
      <translation>今天已查询{most}次。</translation>
    </message>
    <message>
      <source>Your roles do not include this act: {act}.</source>
      <translation>您的岗位没有此项权限：{act}。</translation>
    </message>
    <message>
      <source>confirm-basis needs to know which pack is confirmed and by whom.</source>
      <translation>请写明确认哪个政策包、由谁确认。</translation>
    </message>
    <message>
      <source>migrate needs to know what the platform will be.</source>
      <translation>migrate 须指明平台是训练还是正式。</translation>
    </message>
    <message>
      <source>{department}, named for {unit}, is no administrative organ of the catalogue.</source>
      <translation>{unit} 所填的主管部门 {department} 不是目录里的行政机关。</translation>
    </message>
    <message>
      <source>{fact} was known when the last notice went out.</source>
      <translation>上次通知时已经知道“{fact}”。</translation>
    </message>
    <message>
      <source>{fact}: nothing was found to differ, so nothing may be asked about it.</source>
      <translation>“{fact}”没有发现不符，不得要求补充。</translation>
    </message>
    <message>
      <source>{file} cannot be read as settings.</source>
      <translation>{file} 不能作为设置读取。</translation>
    </message>
    <message>
      <source>{file} cannot be read as this kind of data.</source>
      <translation>{file} 不能作为此类数据读取。</translation>
    </message>
    <message>
      <source>{file} cannot be read.</source>
      <translation>{file} 无法读取。</translation>
    </message>
    <message>
      <source>{file} carries no signature.</source>
      <translation>{file} 没有签名。</translation>
    </message>
    <message>
      <source>{file} holds a setting that does not exist or has another kind of value: {name}.</source>
      <translation>{file} 中有不存在或取值类型不对的设置：{name}。</translation>
    </message>
    <message>
      <source>{file} is empty: no line, nothing to check.</source>
      <translation>{file} 是空的：没有任何记录可检查。</translation>
    </message>
    <message>
      <source>{file} is missing.</source>
      <translation>缺少 {file}。</translation>
    </message>
    <message>
      <source>{file} is missing; without it the store cannot be opened.</source>
      <translation>缺少 {file}，没有它打不开本地库。</translation>
    </message>
    <message>
      <source>{file} is not as it was signed.</source>
      <translation>{file} 与签名时不一致。</translation>
    </message>
    <message>
      <source>{hall} has no open supervision window.</source>
      <translation>{hall}没有开设监督服务专窗。</translation>
    </message>
    <message>
      <source>{hall}: nobody is on duty at the supervision window on {first}; days without: {count}.</source>
      <translation>{hall}的监督服务专窗在{first}无人值守，共{count}天。</translation>
    </message>
    <message>
      <source>{knob} in the file of knobs is nothing that this device has, or of another kind.</source>
      <translation>设置文件中的 {knob} 不是此设备的选项，或类型不符。</translation>
    </message>
    <message>
      <source>{knob} is nothing that can be set.</source>
      <translation>{knob}不是可设的值。</translation>
    </message>
    <message>
      <source>{material} is not what the list calls it; the four answers say something else.</source>
      <translation>清单对“{material}”的归类与四个问题的答案不符。</translation>
    </message>
    <message>
      <source>{matter} has lost a verify-first tag of the city's catalogue.</source>
      <translation>“{matter}”少了市目录里的先核实标签。</translation>
    </message>
    <message>
      <source>{matter} has no plan for later checks.</source>
      <translation>{matter}没有核查计划。</translation>
    </message>
    <message>
      <source>{matter} is verified before approval; an offline hall cannot approve it at once.</source>
      <translation>{matter}先核实、后审批，离线时不能当场办结。</translation>
    </message>
    <message>
      <source>{matter} is verified before approval; it is no matter to be opened to commitment first.</source>
      <translation>{matter}先核实、后审批，不列入先推行承诺的事项。</translation>
    </message>
    <message>
      <source>{matter} is verified before approval; its plan must check every case before.</source>
      <translation>{matter}先核实、后审批，核查计划要在办结以前逐件核实。</translation>
    </message>
    <message>
      <source>{matter} needs no authority: the duty itself is the ground for looking up.</source>
      <translation>“{matter}”不需要授权书：依法履行职责即可查询。</translation>
    </message>
    <message>
      <source>{most} cases were approved offline today; that is the most.</source>
      <translation>今天离线审批已满 {most} 件。</translation>
    </message>
    <message>
      <source>{name} cannot be used: {why}.</source>
      <translation>{name} 无法使用：{why}。</translation>
    </message>
    <message>
      <source>{new} does not follow {number}.</source>
      <translation>{new} 不是接替 {number} 的。</translation>
    </message>
    <message>
      <source>{number} comes into force on {first}.</source>
      <translation>{number} 自 {first} 起施行。</translation>
    </message>
    <message>
      <source>{number} was in force from {first} to {last}; new cases need a confirmed successor.</source>
      <translation>{number} 的有效期为 {first} 至 {last}；新受理须先确认后续依据。</translation>
    </message>
    <message>
      <source>{overlay} adds the name {name}, which names no proof, or another one.</source>
      <translation>“{overlay}”加的叫法“{name}”不是证明，或者指的是另一项证明。</translation>
    </message>
    <message>
      <source>{overlay} is about {unit}, which is not its own.</source>
      <translation>“{overlay}”写到了不归它管的{unit}。</translation>
    </message>
    <message>
      <source>{overlay} names {named}, which the city's catalogue does not know there.</source>
      <translation>“{overlay}”写到了市目录里没有的 {named}。</translation>
    </message>
    <message>
      <source>{overlay} uses the code {named} for a situation that is there already.</source>
      <translation>“{overlay}”给情形用的代码 {named} 已经有了。</translation>
    </message>
    <message>
      <source>{overlay} was made for version {made_for}; the city's catalogue is {version}.</source>
      <translation>“{overlay}”是按 {made_for} 版做的，现在的市目录是 {version} 版。</translation>
    </message>
    <message>
      <source>{proof} has lost one of the names it must not be asked for by.</source>
      <translation>“{proof}”少了一个不得索要的别名。</translation>
    </message>
    <message>
      <source>{proof} has no way that replaces it.</source>
      <translation>“{proof}”没有替代方式。</translation>
    </message>
    <message>
      <source>{proof} is a cancelled proof and must not be asked for.</source>
      <translation>“{proof}”已取消，不得索要。</translation>
    </message>
    <message>
      <source>{proof} is cancelled by the city and comes back in {situation}.</source>
      <translation>市里已经取消的“{proof}”又出现在“{situation}”里。</translation>
    </message>
    <message>
      <source>{proof} is no proof of this case.</source>
      <translation>{proof}不在本办件的清单里。</translation>
    </message>
    <message>
      <source>{proof} leaves nothing for an applicant who does not commit.</source>
      <translation>“{proof}”没有为不承诺的申请人留下其他方式。</translation>
    </message>
    <message>
      <source>{proof}: a commitment cannot take the place of the visit here.</source>
      <translation>{proof}：这里不能用承诺代替调查。</translation>
    </message>
    <message>
      <source>{proof}: basis, demanding unit, issuing unit and guide are not all there.</source>
      <translation>“{proof}”的设定依据、索要单位、开具单位、办理指南没有填全。</translation>
    </message>
    <message>
      <source>{situation} asks for more than the city's catalogue: {material}.</source>
      <translation>“{situation}”比市目录多要了材料：{material}。</translation>
    </message>
    <message>
      <source>{situation} asks for {proof} in other words.</source>
      <translation>“{situation}”换了说法索要“{proof}”。</translation>
    </message>
    <message>
      <source>{situation} no longer strikes out {proof}.</source>
      <translation>“{situation}”不再划去“{proof}”。</translation>
    </message>
    <message>
      <source>{situation} now lists {proof}, which the city's catalogue does not know there.</source>
      <translation>“{situation}”多出了市目录没有的“{proof}”。</translation>
    </message>
    <message>
      <source>{size} bytes are more than a gateway on the way lets through; others pass it.</source>
      <translation>{size} 字节超过途中网关的限制；其他内容照常上传。</translation>
    </message>
    <message>
      <source>{unit} has no contact for inquiries.</source>
      <translation>{unit}没有协查联系人。</translation>
    </message>
    <message>
      <source>{unit} is inside the city and must not ask for proofs.</source>
      <translation>{unit}在本市，不得索要证明。</translation>
    </message>
    <message>
      <source>{unit} is not in this evaluation.</source>
      <translation>{unit}不在本期评估中。</translation>
    </message>
    <message>
      <source>{unit} is of no kind that may publish matters.</source>
      <translation>“{unit}”没有可以公布事项的单位类型。</translation>
    </message>
    <message>
      <source>{unit} is outside the city.</source>
      <translation>{unit}在市外。</translation>
    </message>
    <message>
      <source>{unit} shows no matter.</source>
      <translation>“{unit}”没有列出任何事项。</translation>
    </message>
    <message>
      <source>{years} years are too few; the case file is kept {least}.</source>
      <translation>保存 {years} 年太短，案卷保存 {least} 年。</translation>
    </message>
  </context>
</TS>
