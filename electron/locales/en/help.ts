import type { HelpPages } from '../help-page.ts';

/** The help that is built into the window, in English. */
export const help: HelpPages = {
  'first-steps': {
    title: 'First steps',
    summary: 'From an empty window to the first customer you answer.',
    sought: ['start', 'setup', 'begin', 'getting started', 'install', 'new', 'how to', 'tutorial'],
    body: `The first window asks for your shop’s name, language, country and opening hours. It takes about a minute, and you can change all of it later in **Settings**.

1. Fill in **Shop name**, **Language**, **Country** and **Opening hours**. Customers see the name in automatic messages.
2. Choose **Connect a modem** to answer real customers, or **Try it with sample data** to look around first.
3. With your own SIM, [connect the modem](help:connect-modem) and send a test message to your phone.
4. Follow the **Get started** list in the empty inbox. It takes you to the opening hours, your first saved reply, one FAQ auto-reply and your customer list. Hide it any time.

Then give customers your SIM’s number: on the door, on receipts, on your website. Whoever texts it appears under **Needs reply**.

## Good to do on the first day
- Check your [Opening hours](settings:hours) and [Sending hours](settings:sending).
- Turn on the [away message](help:away-message).
- Choose a [backup folder](help:backup) on another disk or a USB stick.
- Read what the [rules for texting customers](help:law-overview) ask of you.`,
  },
  'sample-data': {
    title: 'Sample data and the Demo line',
    summary: 'Try everything with invented customers. Nothing is sent.',
    sought: ['demo', 'try', 'test', 'example', 'practice', 'training', 'fake', 'play', 'simulate'],
    body: `Sample data fill every page with a month of an invented shop: customers, appointments, orders and reports. Nothing is sent.

1. In the first window, choose **Try it with sample data**.
2. Press **Play a customer** in the bar at the top, write as a customer would, and press **Send to the shop**. Watch how the inbox, the FAQ and your automations react.
3. When you have seen enough, press **Remove sample data**. Everything goes, with what you changed in it. Your shop’s name, hours and country stay.

**Connect a modem** in the same bar also removes the sample data first, because invented and real customers are never mixed. Once a modem is in use, sample data can’t be loaded any more.

## The Demo line
If you only want a line without a modem, choose **Use the Demo line** when you [connect a modem](help:connect-modem). The window then works as usual with simulated customers. Its sample messages are removed when you connect a real modem.`,
  },
  'connect-modem': {
    title: 'Connect a modem',
    summary: 'Plug in the modem with your SIM and send a test message.',
    sought: ['plug in', 'usb', 'sim card', 'dongle', 'stick', 'setup', 'port', 'com port', 'hardware', 'driver'],
    body: `1. Put your SIM into the modem, and plug the modem into this computer.
2. Press **Connect a modem**. You find it in the first window, in [Modems and costs](settings:modems), and at the top left as long as there is no modem. If “New modem found” appears automatically, press **Set up**.
3. Wait a few seconds and choose your modem from the list. If nothing is found, see [No modem found](help:line-no-modem).
4. If the SIM has a PIN, enter it. It is stored encrypted and tried only once, so the SIM can’t get locked.
5. Check the **Country**. Numbers without a country code are read that way.
6. Press **Connect**. When it says **You’re connected**, send a test message to your own phone, and press **Done**.

The line then shows **Connected** at the top left. A line belongs to its SIM: if you move the modem to another USB port, or the SIM to another modem, its conversations stay with it.

Remove the SIM from any phone that used iMessage or RCS chats, and turn these off there first. Otherwise some customers’ messages may still go to the old phone.

Which modems and SIM cards work: [Which modem and SIM](help:which-modem).`,
  },
  'which-modem': {
    title: 'Which modem and SIM',
    summary: 'What kinds of modem and SIM card work with Counterline.',
    sought: ['compatible', 'buy', 'huawei', 'zte', 'quectel', 'router', 'wifi', 'esim', 'prepaid', 'plan', 'hilink'],
    body: `You need a USB modem (GSM, 3G or LTE) that works as a serial modem, and an ordinary SIM card with text messages in its plan.

## Modems
- Counterline knows the particulars of modems from Huawei, ZTE, Quectel, SIMCom, Sierra Wireless, Telit, u-blox and Cinterion. Others that follow the same standards work as well.
- A stick that only offers a web page and works like a small router doesn’t work: it has no serial port. The same is true of Wi-Fi hotspots.
- Some sticks first appear as a CD drive. Install their driver or plug them in again, so that they become a modem.
- A modem that only supports text mode, or can’t store messages, is named as such when you connect it. See [Only text mode](help:line-text-mode) and [Modem can’t store messages](help:line-no-storage).

## SIM cards
- Prepaid and contract SIMs both work, with or without a PIN.
- Choose a plan with enough texts, and read its terms: many plans for private phones forbid sending to large lists.
- One SIM can’t be in a phone and in the modem at the same time.
- The line sends and receives text messages only. It can’t show [pictures](help:pictures-and-calls).

You can use [several lines](help:several-lines), each with its own modem and SIM.`,
  },
  keyboard: {
    title: 'Work by keyboard',
    summary: 'Every key in one list, and one field that finds everything.',
    sought: ['shortcut', 'hotkey', 'ctrl', 'alt', 'mouse', 'fast', 'command', 'undo', 'accessibility'],
    body: `Everything works without a mouse.

- Ctrl+K opens **Search or jump to…**: type a customer, a number, a word or a command.
- Ctrl+/ shows all **Keyboard shortcuts**.
- Ctrl+Z undoes what you did last, such as closing, assigning or moving an appointment.

## In the list of conversations
Up and Down move, Enter starts a reply, Space selects several, Esc clears the selection.

## In a conversation
- Alt+R: write a reply. Enter sends it; Shift+Enter adds a line. In [Writing](settings:writing) you can choose Ctrl+Enter instead.
- Alt+E: close or reopen. Ctrl+Shift+Enter: send and close.
- Alt+S: snooze. Alt+A: assign. Alt+G: tag. Alt+O: add a task.
- Alt+Q: insert the suggested reply. Alt+J: **Suggested replies**.
- Alt+Enter: send later. Alt+M: private note. The key / opens your [saved replies](help:saved-replies).

## Pages
Alt+K **Calendar**, Alt+X **Orders**, Alt+Y **Customers**, Alt+Z **Reports**, Alt+T **Tasks**, Alt+W **Scheduled messages**, Ctrl+comma **Settings**.`,
  },
  team: {
    title: 'Several people at the counter',
    summary: 'Say who is working, so that replies, notes and tasks show who wrote them.',
    sought: ['staff', 'users', 'employees', 'colleague', 'login', 'account', 'shift', 'who is working', 'password'],
    body: `Counterline has no logins: whoever sits at the computer works with it. But it can know who that is.

1. Open [Team](settings:people) in **Settings** and press **Add team member** for each person.
2. Below the list of pages, next to **Working as**, choose who is working now. Change it when the shift changes.

From then on replies, notes and calls carry a name. Two more views appear, **Mine** and **Unassigned**, and conversations can be [assigned](help:conversation-assignment).

If two windows are open on the same data, each sees what the other is writing: “is writing a reply” appears above the message field, so a customer doesn’t get two answers.

Your team and the people customers book are two different lists. Who can be booked, and when, is set under [Staff](settings:staff).`,
  },
  'phone-tablet': {
    title: 'On a phone, a tablet or another computer',
    summary: 'Counterline runs on one computer; what you can do from elsewhere.',
    sought: [
      'mobile',
      'app',
      'ipad',
      'remote',
      'network',
      'away',
      'home office',
      'second computer',
      'browser',
      'small screen',
    ],
    body: `Counterline runs on the computer that has the modem, and answers only that computer. A phone, a tablet or a second computer can’t open it over the network. This is on purpose: your customers’ data stay on one machine.

## When you are away from the counter
- Let Counterline text you: in [Escalation](settings:notifications), enter your number at **If nobody replies, text this phone**.
- Get an e-mail when a customer waits too long, the line is down or a backup failed: [Email](settings:mail). E-mails never contain phone numbers or message text.
- Let the [away message](help:away-message) and [FAQ auto-replies](help:faq) answer what they can.
- Remote desktop software of your choice can show this computer’s screen elsewhere. Protect it well; it shows everything.

## On a small screen
In a narrow window the layout changes to one column. **Inbox**, **Calendar**, **Tasks**, **Customers** and **More** are then at the bottom, and a conversation opens over the list. Touch works.

Changing computers for good: [Move to another computer](help:move-to-another-computer).`,
  },
  appearance: {
    title: 'Theme, language and text size',
    summary: 'How the window looks, and which language it speaks.',
    sought: ['theme', 'dark mode', 'light', 'color', 'font', 'bigger', 'zoom', 'german', 'english', 'density'],
    body: `Open [Appearance](settings:appearance) in **Settings**.

- **Theme**: **Light**, **Dark**, or **System** to follow your computer.
- **Density**: **Comfortable** has taller rows, **Compact** shows more of them.
- **Language**: the language of the window, English or German. **System** follows your computer.

For larger text, use your system’s display settings, or the zoom of the browser if you use one.

## The language customers read
That is a separate setting: **Language for customers** under [Shop details](settings:shop). It is used for automatic messages until you know a customer’s own language. You can set that for each customer in the panel beside the conversation. Counterline writes its own standard texts in English, German, French, Spanish, Portuguese, Dutch and Italian.

## Keep it running
Under [Startup](settings:startup) you choose whether Counterline starts when you log in, and whether it keeps running in the tray when you close the window. Leave it running: while it is off, nothing is received or sent.`,
  },
  notifications: {
    title: 'Sounds and notifications',
    summary: 'What you see and hear when a customer writes.',
    sought: ['alert', 'sound', 'popup', 'mute', 'silent', 'ring', 'badge', 'quiet', 'not notified'],
    body: `Open [Sounds and notifications](settings:sounds) in **Settings**.

- **Notify me when a customer writes** shows a notification of your system.
- **Show name and message in notifications**: turn it off if customers can see your screen. The notification then only says that a customer wrote.
- **Play a sound** plays one when a message arrives.
- **Escalate when a customer has waited** alerts you again after the time you choose. Only opening hours count.

If you use Counterline in a browser, press **Allow notifications** once.

You get no notification for numbers you [blocked](help:block), for messages of your carrier, and while you are looking at the window anyway.

## If you hear nothing
1. Check that the settings above are on, and that your system allows notifications from Counterline.
2. Check that your system’s “do not disturb” mode is off.
3. Closing the window is fine: Counterline keeps running in the tray, unless you turned that off under [Startup](settings:startup).

For when nobody looks at the screen, see [Escalation](help:escalation).`,
  },
  inbox: {
    title: 'The inbox',
    summary: 'Read, answer, snooze and close conversations.',
    sought: ['read', 'answer', 'reply', 'chat', 'close', 'archive', 'snooze', 'later', 'unread', 'send message'],
    body: `All messages with one number form one conversation. **Needs reply** shows who is waiting for you; sort it by **Longest waiting first** to be fair.

1. Choose a conversation and write below. Enter sends, Shift+Enter adds a line.
2. For a few seconds you can still press **Undo**. How long, you choose in [Writing](settings:writing).
3. When it is settled, press **Close**. If the customer writes again, it opens again.

## More you can do
- **Snooze** hides a conversation until a time you pick or type, such as “tomorrow 8”. A new message brings it back at once.
- **New message** starts a conversation: type a name, or a number in any format.
- **More** has **Assign**, **Call**, **Add task**, **Tag**, **Mark as unread** and more.
- Select several with Space, Ctrl or Shift and a click, and close, snooze or tag them together.

What you began to write stays there as a draft, even after a restart. Messages with a dashed outline were sent automatically and name what sent them.

The panel on the right shows the customer: consent, appointments, orders, payments, fields and notes.`,
  },
  'views-and-search': {
    title: 'Views, search and saved searches',
    summary: 'Find a conversation, a customer or a word, and save searches you need often.',
    sought: ['find', 'filter', 'lost', 'old messages', 'look for', 'saved search', 'where is', 'unread', 'carrier'],
    body: `The views on the left: **Needs reply**, **Open**, **Snoozed**, and with a [team](help:team) also **Mine** and **Unassigned**. Under **More** you find **Closed**, **All** and **Carrier**, where messages of your carrier and of automated senders go.

## Search
Press Ctrl+F, or Ctrl+K for anything. Capital letters and accents don’t matter, and numbers are found however they are written. Messages, notes and customers are searched, and a result opens where it was said.

You can narrow it down:
- from:ana – conversations with this customer
- tag:repair – with this tag
- before:2026-11-01 or after:1.11.2026 – by date
- is:unread, is:waiting, is:open, is:snoozed, is:closed, is:mine, is:failed
- has:note – with a private note

## Saved searches
Search for something and press **Save this search**. It then appears on the left under **Saved searches**. Rename or remove it under [Tags and searches](settings:tags).

## Not found?
Older messages may have been deleted by your [data retention](help:erase-and-export). A customer you merged is found under the remaining name.`,
  },
  'send-later': {
    title: 'Send later',
    summary: 'Write now, and have the message sent at a time you choose.',
    sought: ['schedule', 'delay', 'timer', 'tomorrow', 'plan', 'queue', 'cancel message', 'undo send'],
    body: `1. Write your message.
2. Open **More ways to send** beside **Send** and choose **Send later**, or press Alt+Enter.
3. Pick a time, or type one: “tomorrow 8”, “in 2 hours”, “mon 9:30”.

It is listed under **Scheduled**. There you can **Edit** it, **Change time**, or **Cancel** it. In the conversation it shows when it will be sent.

## What you should know
- A message you schedule yourself is sent at exactly that time. The [sending hours](help:sending-hours) only hold back automatic messages, so choose a decent hour.
- If the customer opts out before then, it is canceled.
- If Counterline wasn’t running at that time, the message isn’t simply sent late. It waits under [Missed while offline](help:missed-while-offline) until you decide.
- If the line is down, it waits and is listed under **Sent when the line is back**.

To repeat a message every week or month, see [Recurring messages](help:recurring-messages). To send one to many customers, see [Broadcasts](help:group-sends).`,
  },
  'saved-replies': {
    title: 'Saved replies',
    summary: 'Answers you write often, inserted with a slash.',
    sought: ['template', 'snippet', 'canned', 'shortcut', 'text block', 'placeholder', 'quick reply', 'slash'],
    body: `1. Open [Saved replies](settings:templates) in **Settings** and press **Add saved reply**.
2. Give it a **Short name** of one word, such as “hours”, and write the text.
3. In a conversation, type / and the first letters of the name, and press Enter.

## Placeholders
{{first_name}}, {{name}}, {{shop}}, {{me}}, {{date}} and {{time}} are filled in for you. Anything else in {{ }} is a blank for you: {{price}}, for example. Press Tab to go from one blank to the next. As long as one is empty, the message isn’t sent, so no customer ever reads “{{price}}”.

If a customer’s name isn’t known, {{first_name}} stays a blank that you fill in, too.

Some saved replies also show up as a [suggested reply](help:suggested-replies), if they fit what the customer asks. What you answer again and again may be better as an [FAQ auto-reply](help:faq).`,
  },
  'suggested-replies': {
    title: 'Suggested replies and drafts',
    summary: 'Let Counterline look up what you answered before, or draft a reply.',
    sought: [
      'ai',
      'chatgpt',
      'llm',
      'artificial intelligence',
      'ollama',
      'draft',
      'proposal',
      'assistant',
      'language model',
    ],
    body: `Press **Suggest** beside the message field, or Alt+J. **Suggested replies** come from your FAQ, your saved replies and your own past answers to similar questions. Press **Insert**, change what you like, and send. Nothing is sent automatically.

When a message is almost certainly one of your FAQ questions, the answer is offered above the message field after **Suggested:**. Insert it with Alt+Q. After you send it, you can have that question answered automatically next time.

## Drafts by a language model
If you like, a language model on your own computer or in your own network can write a draft:

1. Install Ollama, llama.cpp or LM Studio and load a model there.
2. Open [Drafts](settings:model) in **Settings**, enter its **Address**, such as http://localhost:11434, and press **Check**.
3. Choose the **Model**. In **Suggested replies** you now find **Write a draft**.

The draft is made from your own answers and opening hours. Numbers, prices and days that are in none of them are marked for you to check. An address outside your own network is refused, so your customers’ messages don’t leave it.`,
  },
  faq: {
    title: 'FAQ auto-replies',
    summary: 'Frequent questions are answered at once, day and night.',
    sought: ['bot', 'chatbot', 'automatic answer', 'questions', 'opening hours', 'keywords', 'auto reply', 'parking'],
    body: `1. Open [FAQ auto-replies](settings:faqs) in **Settings** and press **Add question**, or start with one of the common ones.
2. Write three to six **Example questions, one per line**. Spelling, endings and word order don’t matter.
3. Write the **Reply**. {{hours}}, {{today}} and {{opens}} are filled from your opening hours.
4. Leave **Answer automatically** on, or turn it off to only get the reply as a suggestion.
5. Type a question under **Test a message** to see what would happen. Nothing is sent.

**Keywords** are optional: a message with one of these words shows you the reply as a suggestion.

## When it answers
- If it’s sure, the customer gets the reply at once. If it isn’t sure, you get a [suggested reply](help:suggested-replies) instead.
- It never answers in a conversation in which you are writing, and never more than a few times an hour to one number.
- The first automatic reply tells customers how to reach a person: by texting PERSON. Then, or when you write yourself, auto-replies pause in that conversation. **Resume auto-replies** brings them back, and so does closing it.

**Frequently asked, no answer yet** shows what several customers asked without a matching question.`,
  },
  automations: {
    title: 'Automations',
    summary: 'When something happens, let Counterline reply, tag, assign or remind you.',
    sought: ['rule', 'birthday', 'workflow', 'trigger', 'auto reply', 'missed call', 'welcome', 'if then', 'alert'],
    body: `1. Open [Custom automations](settings:rules) in **Settings** and press **Add automation**, or start with one from **Useful in most shops**.
2. **When**: a customer writes, writes for the first time, a call was missed, nobody has replied for a while, you close a conversation, you add a tag, or a yearly date comes up.
3. **Only if**: the message contains certain words, you are open or closed, the customer has a tag or a field.
4. **Then**: **Reply to the customer**, **Add tag**, **Assign to**, **Add a task**, **Alert me**, **Text a team member**, **Close the conversation**.
5. Press **Test on past messages** before you turn it on. It checks the last month and sends nothing.

Automations run from top to bottom. Only the first match replies; the others still run their other actions. Change the order with **Move up** and **Move down**.

## Birthdays
Choose **a yearly date (birthday…)** and how many days before. If the message advertises something, check **Promotion: only to customers who consented to promotions**.

Every automatic reply keeps your [sending hours](help:sending-hours), respects [opt-outs](help:opt-out), and shows its name in the conversation.`,
  },
  'away-message': {
    title: 'Away message',
    summary: 'Tell customers who write outside opening hours when you’re back.',
    sought: ['closed', 'vacation', 'holiday', 'out of office', 'weekend', 'night', 'auto reply', 'lunch break'],
    body: `1. Open [Away message](settings:answers) in **Settings**.
2. Check **Send an away message outside opening hours**.
3. Look at **What a customer gets**. The time you open next is worked out from your opening hours, breaks, holidays and special days.
4. If you like, write **Your own text**. {{opens}} is when you open, {{place}} the place in line, {{first_name}} and {{shop}} the names.

Each customer gets it once for each time you are closed, and never while you are in a conversation with them. A question that your [FAQ](help:faq) can answer gets that answer instead.

The message waits for you under **Needs reply** as usual. Nothing is marked as answered by the away message.

## Going on vacation
Add the days under [Opening hours](settings:hours), in **Holidays and special days**, with **Day** and **Last day (if several)**. The away message then names the day you’re back, and nobody can be booked on those days.`,
  },
  escalation: {
    title: 'When a customer waits too long',
    summary: 'Get alerted, texted or e-mailed when nobody replies.',
    sought: ['waiting', 'forgotten', 'overlooked', 'reminder', 'alert me', 'sla', 'text me', 'owner', 'e-mail'],
    body: `There are three steps, and you can use each on its own.

- On the screen: in [Sounds and notifications](settings:sounds), choose a time at **Escalate when a customer has waited**. You get a second, louder notification.
- On your phone: in [Escalation](settings:notifications), enter your own number at **If nobody replies, text this phone**, and choose **When a customer has waited**. You get one text per waiting customer, at most every 30 minutes.
- By e-mail: in [Email](settings:mail), check **a customer waits too long**. It goes through your own mail server and contains no numbers and no message text.

All of them only count opening hours. A customer who writes at night doesn’t wake you; the [away message](help:away-message) tells them when you open.

## For certain messages at once
An [automation](help:automations) with **Alert me** or **Text a team member** reacts to words such as “urgent” right away.

To see how quickly you reply on the whole, open **Response times** in [Reports](help:reports).`,
  },
  tasks: {
    title: 'Tasks',
    summary: 'Promises and to-dos, with a due date, beside the conversation.',
    sought: ['to do', 'todo', 'reminder', 'call back', 'promise', 'follow up', 'due', 'checklist'],
    body: `1. In a conversation, open **More** and choose **Add task**, or press Alt+O.
2. Write what needs to be done, and when it is **Due**. “tomorrow 10” works; **No due date** is fine, too.

If you write something like “I’ll call you tomorrow by 5”, Counterline offers to add a task for it. One click on **Add task** is enough.

**Tasks** in the list of pages shows all of them, what is due first. Check one to finish it. You get a notification when one is due. Click a task to open its conversation.

## Tasks that appear automatically
- A customer who doesn’t reply to an appointment question, even when asked again: call them.
- A customer who wants to change an appointment too late, or finds no free time.
- A customer who opted out although an appointment is coming up: ask whether it still stands.
- Whatever an [automation](help:automations) with **Add a task** adds.`,
  },
  'notes-and-tags': {
    title: 'Private notes and tags',
    summary: 'Write down what only your team sees, and label conversations.',
    sought: ['label', 'comment', 'internal', 'memo', 'color', 'category', 'vip', 'mark'],
    body: `## Private notes
1. Press **Note** at the message field, or Alt+M.
2. Write what your team should know, and press **Add note**.

Customers never see notes. They stand in the conversation, with the name of who wrote them, and can be found by search with has:note. For what is always true of a customer, such as an allergy, use **Notes** in the customer panel instead.

## Tags
1. Press Alt+G in a conversation, or choose **Tag** under **More**.
2. Choose a tag, or type a new one.

Tags stand in the list on the left; click one to see only these conversations. Change names and colors under [Tags and searches](settings:tags).

Tags are useful elsewhere, too: [groups](help:groups) can contain everyone with a tag, [automations](help:automations) can add tags or depend on them, and [surveys](help:surveys) can tag unsatisfied customers. **Customers** lets you tag many at once.`,
  },
  'conversation-assignment': {
    title: 'Assign conversations',
    summary: 'Agree on who takes care of which customer.',
    sought: ['owner', 'responsible', 'delegate', 'hand over', 'pass on', 'colleague', 'transfer', 'mine'],
    body: `Add your [team](help:team) first. Then:

1. Open a conversation and press **Assign**, or Alt+A.
2. Choose a team member, or **Unassigned** to give it back to everyone.

To assign several at once, select them in the list and press Alt+A.

- **Mine** shows what is assigned to whoever is chosen at **Working as**.
- **Unassigned** shows what nobody has taken yet.
- An assigned conversation still shows in **Needs reply** for everyone, so nothing is overlooked when someone is ill.

An [automation](help:automations) can assign automatically, for example every message with the word “repair” to your mechanic.

Who has what can be seen in the conversation’s header, and each change stands in the conversation. Search with is:mine to find your own.`,
  },
  'delivery-states': {
    title: 'What sent, delivered and unknown mean',
    summary: 'The state under each message, and what you can do about it.',
    sought: [
      'delivered',
      'not received',
      'ticks',
      'status',
      'failed',
      'error',
      'expired',
      'twice',
      'report',
      'on hold',
    ],
    body: `- **Waiting for the line**: the line is down or busy. It is sent automatically.
- **On hold**: something has to happen first, such as your [sending hours](help:sending-hours) or a [limit](help:sending-limits). The reason is shown, and until when.
- **Sending**: the modem has it.
- “Sent, no report yet”: your carrier took it. Whether the phone got it, isn’t known yet. Some carriers and phones never report.
- “Delivered”: the phone confirmed it.
- **Failed to send**: it surely wasn’t sent. Read the reason, then press **Send again**.
- **Expired**: it would have come too late to be useful.
- **Canceled**: you, an opt-out or a change stopped it.

## Delivery unknown
The modem was unplugged, or didn’t answer, at the very moment of sending. Nobody can tell whether it was sent. It is never sent again automatically, so that no customer gets it twice. A late delivery report settles it. Otherwise you decide, in the conversation or in the list that opens at the top left:
- **It arrived** – you know it did.
- **Send again** – the customer may get it twice.
- **Leave as is** – do nothing.

Click the state under a message to open **Message details**, with every step and its time.`,
  },
  'missed-while-offline': {
    title: 'Missed while offline',
    summary: 'Messages that came due while the computer was off wait for you.',
    sought: ['late', 'computer off', 'sleep', 'shut down', 'not sent', 'overdue', 'reminder missed', 'old messages'],
    body: `When Counterline wasn’t running at the time a message was planned for, it doesn’t send it late without asking. A reminder for an appointment that is over, or “we’re open today” on the next day, would only confuse.

The number of such messages stands at the top left, above the views. Click it, and **Missed while offline** opens. For each message you see when it was due.

- **Send** sends it now. **Send all** sends the whole list.
- **Edit** lets you change the text first.
- **Discard** drops it. In its conversation it shows as canceled. **Discard all** drops the whole list.

Messages that can’t be useful any more expire automatically.

Broadcasts whose time was missed wait on the **Customers** page under **Broadcasts**, until you choose **Resume** or **Stop**.

## So that it doesn’t happen
Turn on **Start when you log in** and **Keep running in the tray when the window is closed** under [Startup](settings:startup), and keep the computer from sleeping during your sending hours.`,
  },
  'long-messages': {
    title: 'Long messages, emoji and what they cost',
    summary: 'How characters turn into SMS, and how to keep a message cheap.',
    sought: ['characters', 'length', '160', 'segments', 'emoji', 'cost', 'price', 'unicode', 'counter', 'too long'],
    body: `Below the message field stands how many characters you used and how many SMS it takes. Your carrier charges for each SMS.

- With standard characters, one SMS holds 160. If it takes several, each holds 153.
- With special characters, one SMS holds 70. If it takes several, each holds 67.

One emoji, one curly quote or one letter like ł turns the whole message into special characters. The counter names the character that makes it dearer, and **Replace special characters** (Alt+P) swaps it for a plain one where that is possible.

A message of more than 3 SMS asks you to confirm. More than 10 SMS can’t be sent; shorten it, or send a link.

The customer’s phone puts the parts together again, so they read one message. If a long message from a customer arrives with a part missing, it says so, and the part is added when it arrives.

## Other alphabets
For Turkish, Spanish, Portuguese and several Indian languages, [Line settings](help:line-page) offer **Characters of another language**. Messages then need fewer SMS, but older phones may show other characters.`,
  },
  'pictures-and-calls': {
    title: 'Pictures and phone calls',
    summary: 'What happens when a customer sends a picture or calls your SIM.',
    sought: ['mms', 'photo', 'image', 'call', 'ring', 'voicemail', 'missed call', 'phone', 'attachment'],
    body: `## Pictures
A USB modem line can’t show pictures (MMS). The conversation then says that the customer sent a picture. Ask for it by e-mail, or describe where to bring it. Links in text messages work.

## Calls to your SIM
Nobody can talk over the modem. A call appears in the conversation as **Missed call** or **Call rejected**, so you can text or call back. If calls disturb you, check **Reject calls right away (they still show in the conversation)** in the **Line settings**. Then callers don’t hear it ring for nothing.

Useful: an [automation](help:automations) with **a call was missed** that replies “You can text us right here.” You find it ready under **Useful in most shops**.

## Calling a customer
1. Open **More** in the conversation and choose **Call**, or press Alt+C.
2. **Call with this computer** hands the number to your computer’s phone app. **I called from another phone** only notes it.

Either way the conversation shows that you called, and your team doesn’t call twice.`,
  },
  customers: {
    title: 'Customers',
    summary: 'Everybody you know, with numbers, birthday, notes and history.',
    sought: ['contacts', 'address book', 'client', 'people', 'phone number', 'add', 'edit', 'list', 'language'],
    body: `**Customers** (Alt+Y) lists everyone. Search by name, note or number, however the number is written.

1. Press **New customer**, or click one to edit it.
2. Fill in **Name**, **Numbers**, **Birthday**, **Language**, tags and notes. One customer can have several numbers; the **Primary** one is texted. **Label** says whose or which it is.
3. Press **Save**.

The quickest way is in the inbox: in the panel beside a conversation, type a name at **Add a name**, and the customer is on the list.

## Good to know
- **Language** decides in which language automatic messages are written to this customer.
- **Time zone** in the panel matters for customers abroad: reminders keep to their daytime, not yours.
- The last column says whether someone is **Subscribed**, agreed to **Promotions**, **Opted out** or is **Blocked**.
- Select several to tag them or write a [broadcast](help:group-sends).

Own fields, such as a car’s plate: [Customer fields](help:customer-fields). A whole list at once: [Import customers](help:import-customers). The same person twice: [Merge](help:merge).`,
  },
  'customer-fields': {
    title: 'Customer fields',
    summary: 'Keep what you want to know about every customer, from shoe size to license plate.',
    sought: ['custom field', 'extra', 'column', 'car', 'size', 'pet', 'color formula', 'attribute', 'own data'],
    body: `1. Open [Customer fields](settings:fields) in **Settings** and press **Add field**.
2. Enter a **Name** and choose the **Type**: **Text**, **Number**, **Date** or **Choice**. For a choice, enter the options one per line.

The field is then in the customer’s form and in the panel beside each conversation. Name, numbers, birthday and notes are always there.

For one customer only, use **Add a field** in the panel.

## What fields are good for
- [Imports](help:import-customers) can fill them from a column of your table.
- [Groups](help:groups) can use them: “Bike is E-bike”, “Next inspection is before June”.
- [Automations](help:automations) can depend on a field, or start on a yearly date in one.
- [Broadcasts](help:group-sends) can mention them: {{Bike}} becomes what stands in that field. Customers without a value are counted for you before you start.

Keep only what you need. Health data and the like need special care in many countries; see [Texting customers in the EU and UK](help:law-eu-uk).`,
  },
  'import-customers': {
    title: 'Import customers',
    summary: 'Bring your list from a spreadsheet, another program or a phone.',
    sought: [
      'csv',
      'excel',
      'vcard',
      'upload',
      'transfer',
      'migrate',
      'address book',
      'google contacts',
      'outlook',
      'spreadsheet',
    ],
    body: `You need a table (CSV) from Excel, LibreOffice, Outlook, Google or your old software, or an address book of a phone (vCard).

1. Open **Customers** and press **Import**. Choose the **File**.
2. Under **Match columns**, say what each column is. Choose **Don’t import** for what you don’t need. If characters look wrong, change the file’s encoding.
3. Choose what happens to **Existing customers**: **Fill in what’s missing**, **Replace what’s different** or **Skip**. Customers are recognized by their number.
4. If you like, choose a tag for everyone, so you can find them again.
5. Press **Preview import**. Nothing has changed yet. Look at what is new, changed and skipped, and why.
6. Import. It is done completely or not at all.

**Save skipped rows** gives you a file with the reasons. **Undo import** in the **Import history** takes everything back, except customers you edited since.

## Consent
A column with consent to promotions is only imported if you enter **How they consented to promotions**, such as “Form at the counter, 2025”. Someone who opted out stays opted out, whatever the list says. See [Consent](help:consent).`,
  },
  groups: {
    title: 'Groups of customers',
    summary: 'Lists that keep themselves up to date, by conditions.',
    sought: ['segment', 'list', 'filter', 'target', 'regulars', 'lapsed', 'birthday', 'mailing list', 'audience'],
    body: `A group is a condition, not a fixed list: whoever matches today is in it today.

1. Open **Customers** and press **New group**.
2. Enter a **Name**, and whether customers must match **all conditions** or **any condition**.
3. Press **Add condition** and choose what it is about: **Last visit**, **Number of visits**, **Consent**, **Tag**, **Field**, **Last message from them**, **Birthday**, **Language** or **Customer since**.
4. See how many customers match now, and press **Save**.

A visit is a completed appointment or a picked-up order.

## Examples
- Not seen for a while: **Last visit**, **not in the last** 6 months, and **has consented to** promotions.
- Regulars: **Number of visits**, **at least** 5.
- Birthdays this month: **Birthday** in that month.

Choose a group to see its customers, **Export** them or write them a [broadcast](help:group-sends). The pencil beside its name changes the conditions. **Delete group** removes only the group, never its customers.`,
  },
  'group-sends': {
    title: 'Broadcasts: one message to many',
    summary: 'Text a group or selected customers, with names filled in and a preview first.',
    sought: [
      'bulk',
      'mass',
      'newsletter',
      'campaign',
      'everyone',
      'marketing',
      'promotion',
      'group message',
      'announcement',
    ],
    body: `1. In **Customers**, choose a group or select customers, and press **New broadcast**.
2. Choose the **Type**. A promotion goes only to customers who consented to promotions; a service message, such as a move or a recall, also to others. Advertising isn’t a service message.
3. Write the message. **Insert** fills in names. Leave **Add opt-out instructions** on for promotions.
4. Leave **Start date** empty to send now. **Send gradually over** spreads it over hours.
5. Read the **Preview**: who gets it, who doesn’t and why, how many SMS, what it costs, when the last one is sent.
6. Try it with **Send test** on your own phone.
7. Type the number of customers to confirm, and press **Start**.

Under **Broadcasts** you can **Pause**, **Resume** and **Stop** at any time. Whoever opts out meanwhile is left out. The result shows who got it, who replied and who opted out, and **Export results** saves it.

Your [sending hours](help:sending-hours) and [sending limits](help:sending-limits) apply. If the computer was off at the start time, the broadcast waits for you.

An ordinary SIM is made for hundreds of messages a day, not for many thousands. Read your plan’s terms, and the [rules for promotions](help:law-overview).`,
  },
  consent: {
    title: 'Consent',
    summary: 'What each customer agreed to, and how to record it.',
    sought: [
      'permission',
      'opt in',
      'agree',
      'gdpr',
      'tcpa',
      'subscribe',
      'promotion',
      'allowed',
      'signature',
      'marketing',
    ],
    body: `In the panel beside a conversation, **Consent** shows three things: **Reminders**, **Surveys** and **Promotions**.

- A customer who texts you first may be answered. Reminders about their own appointments and orders, and surveys, are on until they say no.
- **Promotions** are off until the customer clearly says yes.

## Record consent
1. Press **Change** in the panel.
2. Check what the customer agreed to.
3. At **How consent was given**, write it word for word: “Signed the form at the counter”. It is kept permanently, with the time and who recorded it.
4. Press **Save**. **Print record** puts the history on paper.

## Ask by text
**Ask about promotions by text** sends one question. Only a YES from that phone counts. Customers can also opt in by scanning the [QR code](help:qr-code).

Each message passes this check at the very moment it is sent, also broadcasts and other apps. If a customer texts STOP, everything ends; see [Opt-out](help:opt-out). You can’t undo that, only the customer can, with START.`,
  },
  'qr-code': {
    title: 'QR code for the counter',
    summary: 'Customers scan a code and opt in to promotions with their own phone.',
    sought: ['scan', 'poster', 'sign', 'flyer', 'opt in', 'subscribe', 'newsletter', 'print', 'window'],
    body: `1. Enter the phone number of your line on the [line page](help:line-page), at **Phone number of this line**. Few SIM cards know their own number.
2. Open [QR code](settings:code) in **Settings** and press **Print**.
3. Put it up at the counter or in the window.

Customers scan it with their phone’s camera. Their phone opens a ready-made message to your number, and they send it. That message is the consent, and it is recorded word for word with the time. They get a confirmation that tells them how to stop.

The paper also shows the words and the number for customers who would rather type, and says that STOP ends it.

Whoever opted in this way appears as **Promotions** in your customer list, and is reached by [broadcasts](help:group-sends) of the type promotion.

## Why this is better than a list
The customer’s own message from their own phone is the strongest proof you can have: nobody can claim that you typed in a number. You can print it at any time with **Print record**.`,
  },
  'opt-out': {
    title: 'Opt-out: STOP, START and HELP',
    summary: 'What happens when a customer wants no more messages.',
    sought: ['stop', 'unsubscribe', 'cancel', 'remove', 'no more messages', 'spam', 'start', 'quit', 'end'],
    body: `A customer who texts **STOP** gets no more automatic messages. It takes effect at once, and everything scheduled for them is canceled. They get one confirmation, without advertising.

- Other words count as well: UNSUBSCRIBE, CANCEL, END, QUIT, and their like in German, French, Spanish, Portuguese, Dutch and Italian. So do plain sentences, such as “please stop texting me”.
- **START** brings messages back. Only the customer can do that.
- **HELP** is always answered with who you are and how to stop.

## When it isn’t clear
“Can you stop by 5?” is no opt-out. If a message might be one, Counterline asks you above the conversation: **Does this customer want to opt out?** Until you press **No, keep sending** or **Yes, opt out**, nothing automatic is sent.

CANCEL in reply to an appointment reminder stops messages, and you get a task to ask whether the appointment still stands. To cancel an appointment, customers reply X.

## What you can still do
If an opted-out customer writes to you, you may answer what they asked. The message field reminds you. Someone who tells you in person: press **Change** under **Consent** in the panel.

An opt-out survives imports, merging, other spellings of the number, and restoring an old backup.`,
  },
  block: {
    title: 'Block a number',
    summary: 'Stop being bothered by a number.',
    sought: ['spam', 'ban', 'annoying', 'harassment', 'mute', 'ignore', 'unblock', 'scam', 'nuisance'],
    body: `1. Open the conversation.
2. In the panel on the right, scroll down and press **Block**. In a narrow window, open the panel with **Customer** first.
3. Confirm.

From then on you aren’t notified of this number’s messages, and nothing automatic is sent to it: no auto-replies, no reminders, no broadcasts. Its messages are still received and kept, in case you need them as evidence.

**Unblock** in the same place lifts it.

## Block or opt-out?
Blocking is your decision about someone who bothers you. If a customer simply doesn’t want messages any more, it’s an [opt-out](help:opt-out) – record that instead, because it counts for every message and is kept as proof.

Threats and scams: keep the conversation and, if you report it, use the [verified record](help:verified-record). Blocking here doesn’t block calls to your SIM. Ask your carrier for that, or check **Reject calls right away (they still show in the conversation)** in the [Line settings](help:line-page).

Two customers of whom one is blocked can’t be [merged](help:merge) before both are, or neither is.`,
  },
  merge: {
    title: 'Merge two customers',
    summary: 'Make one of two entries that are the same person.',
    sought: ['duplicate', 'double', 'twice', 'same person', 'combine', 'join', 'second number', 'new number'],
    body: `Customers change numbers, or exist twice after an import.

1. Open one of the two, on the **Customers** page or in the panel beside the conversation.
2. Press **Merge with…** and choose the other one.
3. Read the preview: which numbers, how many messages and fields the merged customer will have.
4. Press **Merge**.

You can undo it with **Undo** right after, or Ctrl+Z.

## What happens
- Both numbers belong to one customer. Each number keeps its own conversation; **Open** in the panel takes you to the other one.
- Notes, fields, tags, appointments and orders come together.
- If one of the numbers opted out, that counts for the whole customer. Merging never brings back someone who opted out.

## If it isn’t possible
If one of the two is blocked, unblock it or block the other one as well first. If a number you want to add already belongs to someone else, Counterline names that customer; merge the two, or remove the number there.`,
  },
  'erase-and-export': {
    title: 'Delete or hand out a customer’s data',
    summary: 'Answer a privacy request, and decide how long data are kept.',
    sought: [
      'gdpr',
      'delete',
      'erase',
      'remove customer',
      'privacy request',
      'right to be forgotten',
      'retention',
      'export data',
      'dsar',
    ],
    body: `## When a customer asks what you have
Open the customer on the **Customers** page and press **Download personal data**. You get one page with everything: messages, appointments, consent, fields.

## When a customer asks to be deleted
1. Cancel their upcoming appointments and open orders first.
2. Open the customer and press **Delete permanently**.

Messages, notes, fields and consent are deleted permanently. Past appointments and orders are anonymized, and reports keep their numbers without the name. The opt-out is kept, so the person isn’t texted again by accident. A later import leaves them out and says so.

Backups made before still contain the data until they expire. If you restore one, the deletion is repeated.

## How long data are kept
Under [Data retention](settings:keep) you choose it for messages, appointments, finished orders and customers without contact. Older data are deleted every night; **Forever** keeps them. Opt-outs are always kept.

## Take your data along
**Export** on the **Customers** page saves a table (CSV) or an address book (vCard). Appointments are exported from the calendar’s menu **Import and export**.`,
  },
  'verified-record': {
    title: 'Verified record',
    summary: 'The whole history with one number as evidence.',
    sought: ['proof', 'evidence', 'lawyer', 'court', 'dispute', 'complaint', 'audit', 'print conversation', 'pdf'],
    body: `If a customer says “you never told me” or “I never agreed”, you can show what was written.

1. Open the customer on the **Customers** page and press **Verified record**.
2. Choose **Print or save as PDF**, or **File that can be verified (CSV)**. With several numbers you choose which one.

It contains messages in both directions with the carrier’s references and delivery reports, consent with its exact wording, and calls, each with its time.

Every entry is signed together with the one before it, and the last line is the **Signature**. If anyone changes, adds or removes a line afterwards, the signature no longer matches. Someone technical can check the file with the command “verify” that comes with Counterline; the signature on paper is the one it prints.

## Limits
The record shows what Counterline saved: that your modem handed over a message, and what the network reported. It can’t prove that a person read it. Data you [deleted permanently](help:erase-and-export) or that are older than your data retention are no longer in it.`,
  },
  calendar: {
    title: 'The calendar',
    summary: 'Book, move and cancel appointments.',
    sought: ['appointment', 'booking', 'schedule', 'reschedule', 'cancel', 'agenda', 'no show', 'print day', 'drag'],
    body: `Open **Calendar** (Alt+K). Choose **Day**, **Week**, **Month** or **Agenda**. Each team member has a color; click a name to hide or show it.

## Book
1. Press **New appointment**, or drag over a free time. From a conversation, use **New appointment** in the panel.
2. Enter **Name** and **Number**, choose **Service** and **Staff** (or **Any available**), then the day and one of the **Free times**.
3. The preview shows what the customer gets. Uncheck **Send a confirmation text** if you don’t want to text.
4. Press the button with the time.

## Change
- Drag an appointment to another time or person. Drag its lower edge to make it longer.
- Click it to see its details: **Confirm**, **Reschedule**, **Cancel appointment**, **Message** to the customer, and **No-show** once it has begun. Reminders move or end with it.
- Everything can be undone with Ctrl+Z.

Appointments that are over and not marked as no-show count as completed. Canceled ones are hidden; the number at the top shows how many.

**Print day sheet** puts the day on paper. If more reminders are planned than the line can send in time, the calendar says so.`,
  },
  'services-and-staff': {
    title: 'Services and staff',
    summary: 'What customers can book, how long it takes, and with whom.',
    sought: ['price', 'duration', 'employee', 'hours', 'vacation', 'sick', 'day off', 'room', 'buffer', 'resource'],
    body: `You need at least one service and one staff member before anything can be booked.

## Services
1. Open [Services](settings:services) in **Settings** and press **Add service**.
2. Enter a **Name** that customers understand, **Minutes** and **Price** (any text).
3. **Buffer after (minutes)** keeps time free for cleaning up.
4. **Changes by text allowed until (hours before)**: later than that, customers can’t move or cancel by text, and you get a task instead.
5. Add [reminders](help:reminders). Leave the texts empty to use the standard text in the customer’s language.

## Staff and resources
1. Open [Staff](settings:staff) and press **Add staff or resource**. A chair, a lift or a room works as well: one customer at a time.
2. Check **Different hours than the shop** if they work at other times.
3. Choose which **Services** they do.
4. Enter vacations under **Time off**.

Appointments already booked on a day off stay where they are; look at the calendar and reschedule them.

Who sits at the counter is a different list: [Team](help:team).`,
  },
  'opening-hours': {
    title: 'Opening hours and holidays',
    summary: 'When you are open; everything else follows.',
    sought: ['open', 'closed', 'holiday', 'vacation', 'lunch', 'break', 'weekend', 'special day', 'christmas'],
    body: `1. Open [Opening hours](settings:hours) in **Settings**.
2. Set each day. You can add a break, such as lunch.
3. Under **Holidays and special days**, press **Add a day**. Enter **Day**, and **Last day (if several)** for a vacation. Check **Repeat every year** for fixed holidays, or **Open, with these hours** for a day with other hours.

You can also import the holidays of your region from a calendar or table file (.ics, .csv). You choose which days you are closed on.

## What follows your opening hours
- The [away message](help:away-message) and {{hours}}, {{today}} and {{opens}} in your texts.
- Which times can be booked. Staff with different hours have their own.
- [Escalation](help:escalation) and the response times in the reports: only opening hours count.
- Surveys and promotions aren’t sent on days you are closed for a holiday.

When messages may be sent automatically is a separate setting: [Sending hours](help:sending-hours).`,
  },
  reminders: {
    title: 'Appointment reminders',
    summary: 'Remind customers by text, and let them confirm, move or cancel with one letter.',
    sought: ['remind', 'no show', 'confirm', 'confirmation', 'text before', 'day before', 'follow up', 'automatic'],
    body: `1. Open [Services](settings:services), choose a service, and press **Add reminder**.
2. Choose **When**: **24 hours before**, **Evening before, 18:00**, or another.
3. Check **Ask for confirmation (C, R, X)** if customers should reply.
4. Press **Save**. It applies to all upcoming appointments of that service.

## What customers reply
- C, “yes” or “see you then” confirms.
- R offers three free times; 1, 2 or 3 chooses one.
- X cancels, until the hours before that you allow. The slot goes to your [waitlist](help:waitlist).
- Anything unclear waits for you, with the question shown above the conversation.

**No reply: ask again after** in [Booking](settings:booking) sends one more question. If there’s still no reply, you get a task to call.

## When they are sent
Only within your [sending hours](help:sending-hours), by the customer’s own clock. A reminder that would fall outside is moved earlier. If the appointment moves or is canceled, so are its reminders. If the computer was off, see [Missed while offline](help:missed-while-offline).

Without a number, or after an opt-out, nothing is sent. The appointment’s details show what was sent and what is coming up.`,
  },
  'book-by-text': {
    title: 'Let customers book by text',
    summary: 'Customers text “appointment” and choose a free time themselves.',
    sought: [
      'self service',
      'online booking',
      'appointment',
      'keyword',
      'book',
      'next appointment',
      'automatic booking',
    ],
    body: `1. Set up your [services and staff](help:services-and-staff).
2. Open [Booking](settings:booking) in **Settings** and check **Let customers book by text**.

A customer who texts APPOINTMENT is offered your services, then free times, each with a number to reply. The appointment then stands in your calendar with the staff member who is free, and the customer gets a confirmation.

With NEXT, customers can ask for their own next appointment. This works even if booking by text is off.

## What keeps it safe
- Only times that are really free are offered, by your opening hours, staff hours, time off and buffers. If someone else takes one in the meantime, the customer is told and can choose again.
- One question at a time is open with each number, so “2” always means what was asked last.
- If there is nothing free soon, the customer is told that you’ll get back to them, and you get a task.
- Whatever isn’t clear waits for you.

Try it with [sample data](help:sample-data) and **Play a customer** before you tell anyone.`,
  },
  waitlist: {
    title: 'Waitlist',
    summary: 'Canceled slots are offered to customers who are waiting.',
    sought: ['waiting list', 'full', 'cancellation', 'free slot', 'fill gap', 'earlier appointment', 'standby'],
    body: `1. Press **Waitlist** in the calendar, or in the customer’s panel under **Appointments**.
2. Enter name and number, the **Service**, and with whom.
3. Choose **Earliest day**, **Latest day** and **Time of day**, if it matters.
4. Press **Add to waitlist**.

When an appointment is canceled or moved, its slot is offered by text to one person at a time, in the order in which they were added. They reply C to take it or X to pass. If they don’t reply in time, the next one is asked. Once someone takes it, they’re booked and confirmed, and off the list.

In [Booking](settings:booking) you choose **How long a waitlist offer stays open**. **No offers** turns it off; the list then only helps you remember.

While a slot is offered, the calendar shows it as a dashed box with the time the offer ends, so you don’t give it away twice. Offers are only sent within your [sending hours](help:sending-hours), and never to someone who opted out.

If you book such a slot by hand, the offer is over.`,
  },
  'recurring-appointments': {
    title: 'Recurring appointments',
    summary: 'Every week, every two or four weeks, or every month.',
    sought: ['repeat', 'series', 'weekly', 'monthly', 'regular', 'standing appointment', 'every week', 'course'],
    body: `1. Press **New appointment** and fill it in as usual.
2. At **Repeat**, choose **Every week**, **Every 2 weeks**, **Every 4 weeks** or **Every month**.
3. At **Times**, enter how many appointments it should be.
4. Read the list of dates. Days on which that time isn’t possible are named and left out.
5. Book. The customer gets one confirmation that says how often it repeats, and reminders for each appointment.

## Change a series
Open one of its appointments. At **Applies to**, choose **This appointment** or **This and all following**, and then **Reschedule** or **Cancel appointment**.

- **This appointment** changes only the one you opened.
- **This and all following** moves the later ones by the same amount. If the new time isn’t free on one of the days, nothing is moved and that day is named. Then move only this one, or choose another time.

Earlier appointments never change. Customers reply to a reminder about that one appointment only, not about the whole series.

The clock change in spring and fall makes no difference: nine o’clock stays nine o’clock.`,
  },
  'import-calendar': {
    title: 'Import appointments, follow another calendar',
    summary: 'Bring appointments from a file, or keep up with another program’s calendar.',
    sought: ['ics', 'ical', 'google calendar', 'outlook', 'sync', 'csv', 'export', 'other software', 'transfer'],
    body: `## Once, from a file
1. Open the calendar’s menu **Import and export** and choose **Import from a file**.
2. Choose a table (CSV) with headings such as date, time, name, phone and service, or a calendar file (.ics).
3. Say what each column is. Choose a service and staff in case the file doesn’t say.
4. Look at the preview, and import. Nobody is texted. Reminders are sent as usual later.

All-day entries are no appointments. Import them under **Holidays and special days** in [Opening hours](settings:hours).

## Keep up with another program
1. Let the other program write its calendar as .ics into a file or folder on this computer.
2. Open [Booking](settings:booking) and enter the path at **Calendar file or folder**.

It is read again whenever it changes. What disappears there is canceled here. If a lot disappears at once, the appointments stay booked until you **Review** and confirm. An empty or broken file never cancels anything.

## Export
**Export this day (.ics)** and **Export everything (.ics)** are in the same menu. Counterline doesn’t connect to online calendars; use their export.`,
  },
  orders: {
    title: 'Orders',
    summary: 'A board for repairs, cakes and pickups; customers are told when something is ready.',
    sought: ['pickup', 'repair', 'ready', 'status', 'board', 'ticket', 'job', 'delivery', 'collect', 'kanban'],
    body: `Open **Orders** (Alt+X).

1. Press **New order**. Enter the **Order number** as on the receipt, the phone number, a name and the **Item**.
2. Drag the order from column to column, or use its arrow.
3. When it reaches a column with notifications on, the customer gets one text. You have a few seconds to undo.

Without a phone number, nobody is notified.

## Columns
Press **Columns**, or open [Orders](settings:orders) in **Settings**. For each column you choose:
- what it means: **In progress**, **Ready for pickup** or **Finished**,
- **Notify the customer when an order gets here**, with **Your own text** if you like,
- a **Pickup reminder** for orders that stay too long.

## Customers ask
STATUS and the order number is answered automatically, but only to the number the order belongs to.

## Many orders
**Import** reads a table. Your register can add and move orders automatically, over the [API](help:api-and-webhooks).

Orders also stand in the panel beside the conversation. A picked-up order counts as a visit, and can start a [survey](help:surveys).`,
  },
  payments: {
    title: 'Request a payment',
    summary: 'Send a payment link of your provider and keep track of who paid.',
    sought: ['pay', 'invoice', 'money', 'stripe', 'paypal', 'link', 'deposit', 'bill', 'card'],
    body: `Counterline doesn’t handle money. It sends a link of your payment provider and keeps track.

1. Open [Payments](settings:payments) in **Settings** and enter your **Payment link**. It must contain {{reference}}, so you know what was paid. {{amount}}, {{minor}}, {{currency}} and {{reason}} can be in it, too.
2. In a conversation, press **Request payment** in the panel.
3. Enter the amount and what it’s **For**, and press **Send link**.

The panel then shows the request as unpaid. When the money is there, click it and choose **Mark as paid**. The customer is thanked once. **Cancel request** ends it.

Your provider’s software can mark payments automatically over the [API](help:api-and-webhooks).

## Good to know
- Card data never come to Counterline. Customers enter them on your provider’s page.
- The currency is the one under [Modems and costs](settings:modems).
- Customers are careful with links, and rightly so. Announce it first: “I’ll text you the link now”.`,
  },
  surveys: {
    title: 'Surveys',
    summary: 'Ask how it was after a visit, an order or a conversation.',
    sought: ['feedback', 'rating', 'review', 'csat', 'nps', 'satisfaction', 'stars', 'questionnaire', 'score'],
    body: `1. Open [Surveys](settings:surveys) in **Settings** and press **New survey**.
2. Choose **Send after**: **a conversation is closed**, **an appointment**, or **an order is picked up**, and the **Delay**.
3. Write up to five questions. The **Answer type** is **1 to 5: satisfaction (CSAT)**, **0 to 10: would recommend (NPS)**, **Choice** or **Free text**.
4. Choose tags for satisfied and unsatisfied customers, and a **Thank-you message**, if you like.
5. Check **Active** and save.

Customers answer in their own words: “5”, “five”, “great, thanks” or a thumb are understood. What isn’t clear waits for you.

Nobody is asked twice in 30 days, in the middle of a conversation, on your holidays, or after saying no to **Surveys** under **Consent**.

When someone isn’t satisfied (2 or less of 5, 6 or less of 10), the conversation opens again and you’re alerted right away. That is your chance to make it good.

Results are in [Reports](help:reports) under **Satisfaction**, and each answer stands in the customer’s panel.`,
  },
  'recurring-messages': {
    title: 'Recurring messages',
    summary: 'The same message every day, week or month.',
    sought: ['repeat', 'every week', 'monthly', 'regular', 'subscription', 'automatic', 'reminder', 'weekly menu'],
    body: `1. Open the conversation and choose **Make recurring** under **More**.
2. Write the **Text**. {{first_name}}, {{shop}}, {{today}} and {{hours}} are filled in each time.
3. Choose **Start date**, **Time**, **Repeat** and **Every**: each day, certain days of the week, a day of the month, or “on the last Friday”.
4. Enter an **End date**, or leave it empty to repeat forever.
5. Check the next dates below, and press **Make recurring**.

All of them are listed under **Recurring messages**: open **Scheduled**, and press the button of that name. There you can **Edit**, **Stop** and **Resume** them.

- If the customer opts out, it ends.
- If Counterline was off, what was missed isn’t made up for. Only the last one waits under [Missed while offline](help:missed-while-offline).
- Nine o’clock stays nine o’clock when the clock changes.

For one message to many customers, use a [broadcast](help:group-sends). For appointments that repeat, see [Recurring appointments](help:recurring-appointments). For birthdays, use an [automation](help:automations).`,
  },
  reports: {
    title: 'Reports',
    summary: 'How many wrote, how quickly you replied, how satisfied customers are.',
    sought: [
      'statistics',
      'numbers',
      'analytics',
      'response time',
      'charts',
      'export',
      'figures',
      'weekly',
      'performance',
    ],
    body: `Open **Reports** (Alt+Z) and choose a period.

- **Summary**: the most important figures, compared with the previous period. On Mondays a new week is ready.
- **Messages**, **Response times**, **Satisfaction**, **Consent**, **Appointments**, **Delivery**, **Costs** and **Line**.

Point at a figure to read exactly what it counts. Click it to see the conversations behind it. Every chart also has a table: **Show as table**.

**Export** saves the report as a file, **Print** puts it on paper or into a PDF.

## How it counts
- First response time is the time until a person replied. Automatic replies don’t count, and only opening hours do.
- A conversation starts with a message or missed call. It ends when you close it, or after a day of silence once you’ve replied.
- Figures stay when messages or customers are deleted; only the details behind them are gone.

To get the week by e-mail, check **the week is over: summary on Mondays** under [Email](settings:mail).`,
  },
  costs: {
    title: 'What messages cost',
    summary: 'Enter your plan, and see what you spend and what is left.',
    sought: ['price', 'money', 'bill', 'plan', 'bundle', 'expensive', 'save', 'currency', 'flat rate'],
    body: `1. Open [Modems and costs](settings:modems) in **Settings**.
2. Enter the **Price per SMS** your carrier charges, and the **Currency**. With a flat rate, enter 0.
3. Enter **SMS included in your plan per month**, and on which day the **Plan renews on day**.

The report **Costs** then shows what you used and what is left, and a [broadcast](help:group-sends) says what it costs before you start it.

## Spend less
- Watch the [counter below the message field](help:long-messages). One emoji can turn one SMS into two.
- Keep automatic texts within one SMS. The editors show how many it takes.
- Limit **Maximum automatic messages per customer per week** under [Sending hours](settings:sending).
- Lower the [sending limits](help:sending-limits) on the line page to what your plan bears.

Counterline itself takes no money per message. With a prepaid SIM, let it watch the [balance](help:line-balance). Messages to other countries may cost more; Counterline doesn’t know your carrier’s prices abroad.`,
  },
  'line-page': {
    title: 'The line page',
    summary: 'See whether the line works, and set it up.',
    sought: [
      'modem status',
      'signal',
      'connection',
      'settings',
      'log',
      'firmware',
      'imei',
      'number',
      'diagnostics',
      'support',
    ],
    body: `Click the line at the top left. It shows one of these states:

- **Connected**: everything works.
- **Connecting…** and **Searching for network…**: wait a moment.
- **Action needed**: only you can fix it. The reason and what to do stand at the top.
- **Disconnected**: Counterline keeps trying automatically.
- **Off**: its SIM isn’t connected right now.

## What you find there
- **Signal, last 24 hours**, **Last activity**, **SIM storage**, **Sending limits**, **Balance** and **Activity**.
- **Line settings**: name, **Phone number of this line**, limits, balance code, calls.
- **SIM PIN**, **Send test message** and **Run a USSD code** for menus of your carrier.
- **Connect another modem** and **Remove modem**. Conversations are kept, and come back with the SIM.

## If someone helps you
**Technical details** show modem, firmware and port. The **Modem log** has what went between program and modem. **Copy report** copies it; there are no phone numbers and no message text in it.

If something is wrong, look for the sentence at the top of the page in this help. While the line is down your messages wait, and are sent when it’s back. **Show line** in the red bar leads here.`,
  },
  'several-lines': {
    title: 'Several lines',
    summary: 'Use more than one modem and SIM.',
    sought: [
      'two numbers',
      'second modem',
      'dual sim',
      'another number',
      'multiple',
      'failover',
      'backup line',
      'two sims',
    ],
    body: `1. Plug in the second modem with its own SIM.
2. Open [Modems and costs](settings:modems) and press **Connect a modem**, or press **Set up** when the new modem is found.
3. On its [line page](help:line-page), give it a **Name**, such as “Workshop”.

Each line has its own card at the top left, its own limits and balance.

- A conversation belongs to the line the customer wrote to. Your reply is sent from the same number.
- The same customer on two lines is one customer with two conversations.
- Lines are recognized by their SIM. If the modems trade places or ports after a restart, nothing gets mixed up.

## If one fails
Check **When a line is down for five minutes, its automatic messages may be sent from another line** under [Modems and costs](settings:modems). Reminders then are sent in time, but from the other number. What you wrote yourself always waits for its own line, because customers would wonder about an unknown number.

If a SIM isn’t connected at all, see [Message belongs to another SIM](help:line-other-sim).`,
  },
  'sending-limits': {
    title: 'Sending limits',
    summary: 'How many SMS a line sends per minute, hour and day.',
    sought: ['cap', 'limit', 'throttle', 'too many', 'slow', 'blocked sim', 'per day', 'speed', 'flood'],
    body: `Carriers block SIM cards that send too much at once. Each line therefore has limits:

1. Open the [line page](help:line-page). **Sending limits** shows how much of them is used.
2. Under **Line settings**, change **Limit per minute**, **Limit per hour** and **Limit per day**, and press **Save**.

They are counted in SMS, so a long message counts several times. Ask your carrier what your plan allows, and stay below.

## What waits
Automatic messages, reminders, surveys and broadcasts wait as **On hold** when a limit is reached, and are sent when there is room again. What you write yourself counts, but is never held back. Confirmations of an opt-out are never held back, either.

If reminders would be late because of the limits, the calendar says so days before.

## Per customer
**Maximum automatic messages per customer per week** under [Sending hours](settings:sending) protects customers from getting too many, across everything automatic. Reminders then wait, and auto-replies are left out.

Automatic replies to one number are also limited, so that two machines never answer each other forever.`,
  },
  'sending-hours': {
    title: 'Sending hours (quiet hours)',
    summary: 'When automatic messages may be sent.',
    sought: ['night', 'quiet hours', 'too early', 'too late', 'time zone', 'do not disturb', 'sunday', 'on hold'],
    body: `1. Open [Sending hours](settings:sending) in **Settings**.
2. Set the hours for each day. At first they are 9:00 to 20:00. A day can be turned off completely.

They apply to everything that is sent automatically, by the customer’s own local time: reminders, order texts, surveys, broadcasts, payment reminders, automations.

- A reminder that would fall outside is sent earlier.
- Surveys and promotions wait for the next allowed hour. They also wait on your holidays.
- An automatic reply to a customer who has just written is sent at once, even at night: they are awake and expect it.
- Messages you write or schedule yourself are always sent at your time. Outside the sending hours the window says so first, and offers to schedule them.
- Confirmations of STOP and START are sent at once.

What waits shows **On hold** with the time. Messages also carry a time limit for the network, so a phone that was off doesn’t get an old reminder at 3 a.m.

For a customer in another time zone, choose **Time zone** in the panel beside the conversation.

Some countries and states have stricter hours by law. See [Rules for texting customers](help:law-overview).`,
  },
  'line-no-modem': {
    title: 'No modem found',
    summary: 'Counterline looks for modems and finds none.',
    sought: ['not detected', 'not recognized', 'cannot find', 'driver', 'empty list', 'usb not working', 'scan'],
    body: `“No modem found” or “Nothing on this port responds like a modem” means: no device at this computer answers like a modem.

1. Plug the modem in firmly, best directly into the computer and not into a hub. Wait half a minute; some modems start slowly.
2. Press **Scan again**.
3. Try another USB port and, if the modem has one, another cable. Many cables only charge.
4. Install the modem’s driver (Windows). In the Device Manager it should appear under “Modems” or “Ports (COM & LPT)”.
5. If it shows up as a CD drive or network adapter only, it may be a stick with a web page. See [Which modem and SIM](help:which-modem).
6. Close other programs that use it, such as the software that came with the modem. See [Another program is using the modem](help:line-busy).
7. If you know its port, open **Another port**, enter it at **Port**, such as COM3 or /dev/ttyUSB0, and press **Connect**.

Until a modem is connected, nothing can be sent. Messages from customers wait in the network for some days and arrive when the SIM is back on.`,
  },
  'line-unplugged': {
    title: 'Modem unplugged',
    summary: 'The modem was there and is gone.',
    sought: ['disconnected', 'lost', 'cable', 'removed', 'came loose', 'usb', 'no modem on its port', 'reconnect'],
    body: `“Modem unplugged” or “No modem on its port” means that the computer doesn’t see the modem any more.

1. Plug it in again. Any USB port will do: the line is recognized by its SIM.
2. Wait half a minute. The line connects automatically, and the red bar goes away.
3. If it doesn’t, press **Scan again** in the bar.
4. Try another cable, or plug it directly into the computer without a hub.

## If it happens again and again
- The modem may not get enough power. Use a port at the back of the computer or a USB hub with its own power supply.
- Turn off power saving for USB in your system’s settings, and keep the computer from sleeping.
- A bad signal makes modems draw more power; move it to a window.

## Meanwhile
Your messages wait and are sent when the line is back; nothing is lost. A message that was being sent at that very moment may show **Delivery unknown**; then [you decide](help:delivery-states). Reminders that would come too late expire. Messages from customers wait in the network.`,
  },
  'line-sim-missing': {
    title: 'No SIM in the modem',
    summary: 'The modem works, but finds no SIM card.',
    sought: ['sim missing', 'insert sim', 'no sim card', 'empty', 'nano', 'adapter', 'slot'],
    body: `“There is no SIM in the modem” means that the modem answers, but its slot is empty or the card doesn’t touch the contacts.

1. Unplug the modem and take the SIM out.
2. Check its size. A small SIM in an adapter slips easily; use one that fits tightly.
3. Put it in with the contacts facing the way the drawing on the modem shows, until it clicks or the drawer closes.
4. Plug the modem in again. The line starts automatically.
5. If it is still not found, try the SIM in a phone. If the phone doesn’t find it either, ask your carrier for a new one; your number stays the same.

An eSIM can’t be put into a modem. Ask your carrier for a plastic card.

## Meanwhile
Your messages wait, and are sent when the line is **Connected**. Those that are only useful until a certain time, such as reminders, expire. Messages from customers wait in the network and arrive later.

If you put in a different SIM, it becomes a line of its own. The conversations of the old one come back with the old SIM.`,
  },
  'line-sim-failed': {
    title: 'The modem can’t read its SIM',
    summary: 'A SIM is there, but doesn’t answer.',
    sought: ['sim error', 'sim broken', 'defective', 'dirty', 'contacts', 'sim failure', 'locked to carrier'],
    body: `“The modem can’t read its SIM” usually means dirty contacts, a card that sits badly, or a worn-out SIM.

1. Unplug the modem and take the SIM out.
2. Wipe its gold contacts with a soft, dry cloth. Don’t touch them with your fingers.
3. Put it back, straight and all the way, and plug the modem in again.
4. If that doesn’t help, try the SIM in a phone.
5. The phone reads it? Then the modem’s slot may be bad, or the modem is locked to another carrier. Try another modem.
6. The phone doesn’t read it either? Ask your carrier for a replacement with the same number.

“The modem doesn’t accept this SIM” points to a modem that was sold by one carrier and only takes that carrier’s cards.

## Meanwhile
Your messages wait and are sent when the line is back. Reminders that would come too late expire. Customers’ messages wait in the network, usually for some days.

A replacement SIM is a new card for Counterline: it becomes a new line, even with the same number. Your customers and old conversations stay.`,
  },
  'line-pin': {
    title: 'The SIM needs its PIN',
    summary: 'Enter the SIM’s PIN once; it is stored encrypted.',
    sought: ['pin code', 'unlock', 'enter pin', 'forgot pin', '4 digits', 'sim locked'],
    body: `“The SIM needs its PIN” means that the card is protected, and Counterline doesn’t know its PIN yet, or can’t read the stored one.

1. Press **Show line** in the red bar.
2. At **SIM PIN**, enter the 4 to 8 digits and press **Use this PIN**.

It is stored encrypted and used at every start. It is tried only once, so that your SIM can’t get locked. **Forget it** removes it.

## Where the PIN is
It is on the letter or the card your SIM came in. If you never set one, it may be a standard PIN of your carrier; look it up on their website, don’t guess. You can change the PIN or turn it off in any phone.

After moving to another computer, or when the system’s password store was reset, the stored PIN can’t be read any more and you enter it again.

## Meanwhile
Without the PIN the SIM isn’t in the network. Your messages wait and are sent when the line is **Connected**; reminders that would come too late expire. Customers’ messages wait in the network.`,
  },
  'line-pin-wrong': {
    title: 'The PIN was wrong',
    summary: 'Check the PIN before you try again: three wrong ones lock the SIM.',
    sought: ['wrong pin', 'incorrect', 'pin refused', 'rejected', 'attempts', 'tries left'],
    body: `“The PIN was wrong, so it isn’t tried again” means that the SIM refused it. Counterline stops there on purpose: after three wrong attempts a SIM locks itself and needs its [PUK](help:line-puk).

1. Don’t guess. Look for the PIN on the letter or the card your SIM came in.
2. Make sure it is this SIM’s PIN, not the one of another card and not your phone’s screen lock.
3. Press **Show line**, enter it at **SIM PIN**, and press **Use this PIN**.

If you aren’t sure, put the SIM into a phone. It tells you how many attempts are left. A correct PIN there sets the count back to three.

If you have one attempt left and don’t know the PIN, ask your carrier first.

## Meanwhile
The line is down. Your messages wait and are sent when it is **Connected**; nothing is lost, but reminders that would come too late expire. Customers’ messages wait in the network and arrive later.

You can also turn off the PIN in a phone. Then nobody has to enter it again, but a stolen SIM works for anyone.`,
  },
  'line-puk': {
    title: 'The SIM is locked and needs its PUK',
    summary: 'Unlock the SIM in a phone with the PUK from your carrier.',
    sought: ['puk', 'sim locked', 'blocked', 'unlock', 'too many attempts', 'puk2', 'pin2'],
    body: `A SIM locks itself after three wrong PINs. Only its PUK, an eight-digit code, opens it. Counterline never enters a PUK: after ten wrong ones the SIM is lost for good.

1. Unplug the modem and take the SIM out.
2. Find the PUK: on the card or letter your SIM came in, in your carrier’s customer area, or from their hotline.
3. Put the SIM into a phone. It asks for the PUK, then for a new PIN. Write the new PIN down.
4. Put the SIM back into the modem and plug it in.
5. Press **Show line**, enter the new PIN at **SIM PIN**, and press **Use this PIN**.

If PIN2 or PUK2 is asked for, unlock that in a phone, too.

## Meanwhile
Nothing is sent or received. Your messages wait and are sent when the line is **Connected**; reminders that would come too late expire. Customers’ messages wait in the network, usually for some days. If it takes longer, tell customers with upcoming appointments by phone.`,
  },
  'line-searching': {
    title: 'Searching for a network',
    summary: 'The modem finds no network, or not yet.',
    sought: [
      'no network',
      'no service',
      'not registered',
      'no reception',
      'coverage',
      'emergency only',
      '2g',
      '3g shutdown',
    ],
    body: `**Searching for network…** is normal for up to a minute after a start. If it stays:

1. Move the modem to a window, with a USB extension cable if needed. Metal shelves, machines and cellars block the signal.
2. Check the antenna, if the modem has one.
3. Put the SIM into a phone at the same place. No network there either? Then it is the coverage or an outage; ask your carrier.
4. The phone works, the modem doesn’t? Old modems only speak 2G or 3G, which carriers are turning off in many countries. You then need an LTE modem.
5. Unplug the modem for ten seconds and plug it in again.
6. Abroad, roaming has to be allowed for the SIM.

A new SIM can take some hours to be activated. If the network refuses it, see [The network refuses this SIM](help:line-denied).

## Meanwhile
Counterline keeps looking automatically. Your messages wait and are sent in order as soon as the line is **Connected**. Messages that would be useless by then, such as old reminders, expire. Customers’ messages wait in the network.`,
  },
  'line-denied': {
    title: 'The network refuses this SIM',
    summary: 'There is a network, but the SIM may not use it.',
    sought: [
      'denied',
      'rejected',
      'sim not active',
      'expired sim',
      'suspended',
      'deactivated',
      'unpaid',
      'blocked sim',
    ],
    body: `“The network refuses this SIM” means that the modem sees a network, but isn’t let in. It is almost always about the card, not the modem.

1. Put the SIM into a phone and try to send a text. If that fails too, it is the SIM.
2. Is it activated and registered to you? New cards need that, and it can take some hours.
3. Has it expired? Many prepaid SIMs are turned off when they aren’t topped up for some months.
4. Is a bill unpaid, or was the SIM reported as lost?
5. Ask your carrier, and ask whether your plan allows use in a modem. Some carriers refuse devices they don’t know, or block a SIM after too many messages. In that case, lower your [sending limits](help:sending-limits).

Once it is allowed again, the line connects automatically. To speed it up, press **Scan again** or plug the modem in again.

## Meanwhile
Your messages wait and are sent when the line is **Connected**; reminders that would come too late expire. If the SIM is really turned off, customers’ messages may be lost at the carrier, so call customers with upcoming appointments.`,
  },
  'line-weak-signal': {
    title: 'Weak signal',
    summary: 'Messages are sent slowly or fail because reception is poor.',
    sought: ['bad reception', 'bars', 'poor signal', 'antenna', 'slow', 'dbm', 'basement', 'unreliable'],
    body: `With “weak signal” the line works, but messages take longer, fail more often, and the modem may lose the network.

1. Open the [line page](help:line-page) and look at **Signal, last 24 hours**. From about −93 dBm upward it is good, from −75 dBm strong. **Show as table** has the numbers.
2. Move the modem: near a window, higher up, away from metal, machines and the computer itself. A USB extension cable of one or two meters often helps a lot.
3. Watch the value for some minutes at each place.
4. If the modem has an antenna connector, use an outside antenna.
5. If it is good at some hours and bad at others, the carrier’s cell may be crowded. Try another carrier’s SIM in a phone at that place.

## What happens to messages
What couldn’t be sent is tried again several times, with longer pauses. In between, other customers’ messages are sent. What failed for good shows **Failed to send** with the reason. Customers’ messages that don’t reach you at once are tried again by the network.

The report **Line** shows how much of the time the line was connected.`,
  },
  'line-sending-refused': {
    title: 'The network refuses messages',
    summary: 'The line is connected, but sending fails.',
    sought: [
      'cannot send',
      'sending fails',
      'barred',
      'rejected',
      'not allowed',
      'blocked by carrier',
      'spam block',
      'error',
    ],
    body: `The line shows **Connected**, but messages show **Failed to send**. The reason stands below; click the state to open **Message details**.

- “This number doesn’t exist” or “can’t be reached”: check the number.
- “The network rejected this message”: the balance may be used up. See [Balance](help:line-balance).
- “Your carrier blocks messages from this SIM”, “Messages are barred for this SIM” or “This SIM isn’t allowed to send messages”: the plan has no texts, or the carrier has blocked the SIM. Ask your carrier.
- “The network is congested” or “out of order”: nothing to do. It is tried again automatically.
- “It failed several times”: check the number and the line, then press **Send again**.

## If all messages fail
1. Send a test message to your own phone from the [line page](help:line-page).
2. Put the SIM into a phone and send a text. If that fails too, call your carrier.
3. If you sent very many messages, the carrier may have taken you for a spammer. Lower the [sending limits](help:sending-limits).

One bad number never holds up the others. What can be tried again is; what is final waits for your decision. Incoming messages usually still arrive.`,
  },
  'line-message-center': {
    title: 'The SIM doesn’t know its message center',
    summary: 'Without the carrier’s message center, nothing can be sent.',
    sought: ['smsc', 'message center', 'service center', 'center number', 'cannot send', '330', 'sca'],
    body: `Every text goes through your carrier’s message center. Its number is normally on the SIM. If it is missing, messages fail with “The SIM doesn’t know its message center”.

1. Open the [line page](help:line-page). Under **Technical details**, **Message center (SMSC)** is empty.
2. Ask your carrier for the number of its message center. It is also on their website.
3. Put the SIM into a phone and store the number there. Where, depends on the phone: often in the settings of the messages app, or by a code your carrier tells you.
4. Put the SIM back into the modem and plug it in.
5. Press **Send test message**.

If the phone can’t store it, ask your carrier for a new SIM; new ones come with the number.

## Meanwhile
Receiving works, so customers can still write to you. What failed shows **Failed to send**; press **Send again** when the test message has arrived. Don’t do that with messages that show **Delivery unknown**, unless a second copy does no harm.`,
  },
  'line-balance': {
    title: 'Balance of a prepaid SIM',
    summary: 'Let Counterline check the balance and warn you in time.',
    sought: ['credit', 'prepaid', 'top up', 'recharge', 'money', 'ussd', 'empty', 'low balance', '*100#'],
    body: `An empty prepaid SIM is the most common reason why sending suddenly stops.

1. Open the [line page](help:line-page). Under **Line settings**, enter your carrier’s **Balance code (USSD)**, such as *100#. It is on the SIM’s packaging or the carrier’s website.
2. Enter an amount at **Warn below**, and check **Check every day**.
3. Press **Save**, then **Check now** under **Balance**.

If the answer has several numbers and the wrong one is shown, enter the words before the right one at **Text before the amount**.

“Low balance: top up soon.” appears when it falls below your amount. Top up as usual; with some carriers **Run a USSD code** can do it with the code from a voucher.

If your carrier doesn’t answer, try again in a few minutes. If it doesn’t know the code, check it. Some carriers don’t offer balance codes any more.

## When it is empty
Sending fails; receiving usually works on. Top up, send a test message, then press **Send again** on what failed. Reminders whose time is over are not sent any more.`,
  },
  'line-storage-full': {
    title: 'SIM storage is full',
    summary: 'The modem has no room left, so no messages can come in.',
    sought: ['memory full', 'sim full', 'no new messages', 'storage', 'not receiving', 'delete messages', 'inbox full'],
    body: `A SIM holds few messages, often 20 to 50. Counterline saves each one on this computer and then deletes it from the SIM, so it normally stays almost empty. **SIM storage** on the [line page](help:line-page) shows how full it is.

“SIM storage is full and the modem won’t delete” means that deleting doesn’t work:

1. Unplug the modem and take the SIM out.
2. Put it into a phone and delete the messages stored on the SIM. All of them are already saved in Counterline.
3. Put it back and plug the modem in. What waited in the network then arrives.
4. If it happens again, try another modem or ask your carrier for a new SIM.

If the computer’s disk is full, messages stay on the SIM on purpose until they can be saved. In that case, free up space first; see [Disk full](help:disk-full).

## Meanwhile
Sending works. Customers’ messages wait in the network, usually for some days, and arrive once there is room. Nothing you already see in the inbox is affected.`,
  },
  'line-no-storage': {
    title: 'This modem can’t store messages',
    summary: 'Messages that arrive while Counterline is off may be lost.',
    sought: ['no storage', 'lost messages', 'modem memory', 'while off', 'warning', 'not stored'],
    body: `“This modem can’t store messages” is a warning, not a failure. The line works. But this modem hands each message straight to the program and keeps no copy. If Counterline isn’t running at that moment, or the computer restarts, the message may be lost.

1. Keep Counterline running. Under [Startup](settings:startup), check **Start when you log in** and **Keep running in the tray when the window is closed**.
2. Keep the computer from sleeping, at least during your opening hours.
3. If you turn the computer off at night, unplug the modem before you close Counterline, if you can. The network then keeps messages until the modem is back.
4. Better, use another modem. Most store messages on the SIM. See [Which modem and SIM](help:which-modem).

## What about messages you send
They aren’t affected: they are saved on this computer before they are sent, and continue after a restart.

If a customer says they wrote and you can’t find it, ask them to send it again.`,
  },
  'line-busy': {
    title: 'Another program is using the modem',
    summary: 'Close the other program, and the line connects automatically.',
    sought: [
      'in use',
      'port busy',
      'modemmanager',
      'access denied',
      'occupied',
      'linux',
      'carrier software',
      'blocked port',
    ],
    body: `Only one program at a time can use a modem’s port. The sentence names the other one if the system tells.

## On Windows and Mac
1. Close the software that came with the modem, also next to the clock. It often starts automatically; turn that off.
2. Close fax, text and terminal programs, and a second Counterline.
3. Wait a moment. The line connects automatically. If not, unplug the modem and plug it in again.

## On Linux
Usually it is ModemManager. Either stop it for good, in a terminal: sudo systemctl disable --now ModemManager. Or, if you need it for other modems, have someone technical tell it to leave this modem alone; the README says how. Then plug the modem in again.

## Meanwhile
Your messages wait and are sent when the line is **Connected**; reminders that would come too late expire. If the other program reads messages, it may take customers’ texts off the SIM before Counterline sees them, so look there as well.`,
  },
  'line-no-permission': {
    title: 'Not allowed to use the modem',
    summary: 'Your user account may not open the modem’s port.',
    sought: ['permission denied', 'dialout', 'linux', 'access', 'rights', 'admin', 'root', 'forbidden'],
    body: `“This user isn’t allowed to use the modem” means that the system doesn’t let your account open the modem’s port. The modem itself is fine.

## On Linux
1. Open a terminal and add your user to the group dialout: sudo usermod -aG dialout $USER. On some systems the group has another name, such as uucp.
2. Log out completely and log in again, or restart the computer. Before that it doesn’t take effect.
3. Plug the modem in again.

Don’t run Counterline as administrator (root). It isn’t needed, and your data would then belong to the wrong user.

## On Windows and Mac
1. Close programs that may hold the port. See [Another program is using the modem](help:line-busy).
2. Check whether security software or a company policy blocks USB or serial devices. Ask whoever looks after the computer.

## Meanwhile
Your messages wait and are sent when the line is **Connected**; reminders that would come too late expire. Customers’ messages stay in the network or on the SIM, and arrive then.`,
  },
  'line-port': {
    title: 'The modem’s port can’t be opened',
    summary: 'The modem is visible, but can’t be talked to.',
    sought: ['com port', 'cannot open', 'port error', 'serial', 'usb problem', 'tty', 'driver'],
    body: `“The modem’s port couldn’t be opened” means that the system shows a port, but refuses to open it. Often the modem is just starting, or its driver is stuck.

1. Unplug the modem, wait ten seconds, and plug it in again, best into another USB port.
2. Wait half a minute. The line connects automatically. If not, press **Scan again**.
3. Restart the computer. That ends drivers and programs that hold the port without showing it.
4. Install the current driver of the modem (Windows).
5. Check whether [another program](help:line-busy) uses it, or whether you are [allowed to use it](help:line-no-permission).

The number of the port doesn’t matter: Counterline finds a known SIM under any port.

If the port you typed doesn’t belong to a modem, “Nothing on this port responds like a modem” is shown. Then press **Connect a modem** again and choose one from the list.

## Meanwhile
Counterline keeps trying, less and less often, up to once a minute. Your messages wait and are sent when the line is back; reminders that would come too late expire.`,
  },
  'line-unresponsive': {
    title: 'The modem doesn’t respond',
    summary: 'Counterline restarts a modem that hangs; sometimes you have to help.',
    sought: ['frozen', 'hangs', 'crash', 'stuck', 'restart modem', 'not responding', 'dead', 'reset', 'didn’t start'],
    body: `Modems hang now and then. “The modem doesn’t respond” or “didn’t start properly” means that Counterline has noticed and is working on it: it asks again, restarts the modem, closes and opens the port, and looks for the modem everywhere. Each step stands under **Activity** on the [line page](help:line-page).

1. Wait two minutes. Most of the time the line comes back automatically.
2. If not, unplug the modem for ten seconds and plug it in again.
3. Use another USB port, or a hub with its own power supply. Too little power is the most common cause.
4. Feel whether it is very hot. Give it air.
5. If it happens every day, another modem is the best remedy. **Copy report** on the line page helps whoever advises you.

## Meanwhile
Your messages wait. One that was being sent at that moment may show **Delivery unknown**; it isn’t sent again automatically, because the customer may already have it. [You decide](help:delivery-states). Reminders that would come too late expire. Customers’ messages stay on the SIM or in the network.`,
  },
  'line-text-mode': {
    title: 'The modem only supports text mode',
    summary: 'This modem lacks what is needed for reliable texting.',
    sought: ['text mode', 'pdu', 'unsupported', 'incompatible', 'cannot be used', 'old modem'],
    body: `“This modem only supports text mode, so it can’t be used” is about how the modem passes on messages. In text mode, long messages arrive in pieces, emoji and letters such as é or ł are lost, and delivery reports can’t be matched. Counterline needs the other way, called PDU mode, which almost all modems have.

1. If the modem has a firmware update, install it with the maker’s software and try again.
2. If the modem has several ports, press **Scan again**; perhaps another one of them works.
3. Otherwise use another modem. [Which modem and SIM](help:which-modem) says what to look for.
4. Put the same SIM into it. Your line with its conversations comes back.

You can return or sell such a modem for mobile internet. For texting it isn’t suitable with other careful programs, either.

## Meanwhile
Nothing is sent or received. Your messages wait for their SIM and are sent when it is back in a modem that works; reminders that would come too late expire. Customers’ messages wait in the network.`,
  },
  'line-other-sim': {
    title: 'Message belongs to another SIM',
    summary: 'A message waits for a line that isn’t connected.',
    sought: ['wrong sim', 'old sim', 'changed sim', 'new number', 'line off', 'swap', 'replaced sim'],
    body: `“It belongs to another SIM, which isn’t connected” means that the message was written for a line whose SIM isn’t in any modem right now. That line shows **Off**.

- If you still have the SIM: put it into a modem and plug it in. The line comes back with all its conversations, and the message is sent.
- If the SIM is gone for good: press **Cancel** at the message and write it again from a conversation on the new line.

## After changing your number
1. Connect the modem with the new SIM. It becomes a new line.
2. Remove the old one with **Remove modem** on its [line page](help:line-page). Its conversations are kept.
3. Tell your customers the new number. They are the same customers, with their notes, consent and appointments.
4. Enter the new number at **Phone number of this line**, and print the [QR code](help:qr-code) again.

Reminders of upcoming appointments are sent from a line that works. For automatic messages that already wait on the old line, check **When a line is down for five minutes, its automatic messages may be sent from another line** under [Modems and costs](settings:modems).`,
  },
  'cant-reach': {
    title: 'Can’t reach Counterline',
    summary: 'The window has lost its connection to the program behind it.',
    sought: [
      'reconnecting',
      'offline',
      'not loading',
      'blank',
      'sign-in link',
      'token',
      'server',
      'crashed',
      'restart',
    ],
    body: `**Can’t reach Counterline** means that this window doesn’t hear from the part of Counterline that sends and receives. It reconnects automatically, usually within seconds, and what you were writing stays.

1. Wait a moment.
2. In the app: quit Counterline from its icon in the tray, and start it again.
3. In a browser: check that Counterline is still running, and reload the page.
4. Restart the computer if nothing helps.

Nothing already accepted is lost: messages are on disk before they are sent.

## Sign-in link required
If the browser says **Sign-in link required**, you opened the address without its last part. Open the full address that was shown when Counterline started. It ends in #token= and a long word. Don’t pass it on: whoever has it can read everything that Counterline keeps on this computer.

## “Port is in use”
Another program, or a second Counterline, uses the same port. Only one Counterline can work with the same data. Close the other one. For other apps’ access, choose another **Port** under [API keys](settings:api).`,
  },
  backup: {
    title: 'Backups',
    summary: 'A copy of everything is made every night; keep it on another disk.',
    sought: ['save', 'copy', 'usb stick', 'external drive', 'passphrase', 'encrypt', 'safe', 'disaster', 'nightly'],
    body: `Counterline makes a backup every night, or soon after the computer is turned on. At first it lies beside the data. If that disk fails, both are gone. So:

1. Plug in a USB stick or another disk.
2. Open [Backup](settings:backup) in **Settings** and enter a folder on it at **Backup folder**.
3. Press **Back up now**.

If the stick isn’t plugged in at night, no backup is made in its place, and you are told with **Backup: action needed**.

## Encrypt
Choose a **Passphrase** of four or five words and press **Encrypt backups**. Nobody who finds the stick can then read your customers’ messages. Without it neither can you: write it down, away from this computer.

## Is it any good?
Each backup is checked when it is made, and once a month one is test-restored completely. **Verify** does that at any time.

One backup is kept for each of the last 7 days, 4 weeks and 12 months. Before a new version changes your data, another one is made.

To be told when a backup fails, check **a backup fails** under [Email](settings:mail). Getting it back: [Restore](help:restore).`,
  },
  restore: {
    title: 'Restore a backup',
    summary: 'Go back to an earlier state, without texting anyone twice.',
    sought: ['recover', 'get back', 'undo', 'lost data', 'deleted by mistake', 'old version', 'new computer', 'aside'],
    body: `1. Plug in the disk or stick with your backups.
2. Open [Backup](settings:backup). If the backups aren’t listed under **Backups**, enter their folder at **Backup folder**. On a new computer, press **Restore a backup** in the first window.
3. Choose one; you see how many messages and customers it contains. **Verify** checks it first.
4. Press **Restore**, and enter its passphrase if it is encrypted.

Everything is then as it was at that time. Your current data are kept in the folder “aside”, next to the data, so nothing is lost if you chose the wrong one.

## What is carried over
- Opt-outs since then stay in effect. Customers you deleted permanently are deleted again.
- No message is sent twice. What may have been sent since then waits for you under [Delivery unknown](help:delivery-states), and reminders that came due under [Missed while offline](help:missed-while-offline).
- Broadcasts wait until you choose **Resume**.

Messages that customers sent after the backup aren’t in it. Their copies on the SIM are gone, too.

If restoring is interrupted, it continues at the next start. A backup of a newer version needs that version first.`,
  },
  'damaged-data': {
    title: 'Data is damaged',
    summary: 'What to do when a disk or power failure damaged the data.',
    sought: ['corrupt', 'broken', 'database error', 'power failure', 'crash', 'cannot start', 'recovery', 'repair'],
    body: `After a power cut or a disk failure, Counterline may start with **Counterline’s data is damaged**. It stops there on purpose. Nothing is sent, and new messages stay on the SIM until they can be saved.

1. Look at the list **Backups to restore, newest first**.
2. If it is empty, plug in your backup disk. Enter its folder at **Backups are in another folder**, and press **Check folder**.
3. Choose the newest good one and press **Restore**.

The damaged data are kept in a separate folder, in case someone can recover some of it.

Without any backup, choose **Start with empty data**. Opt-outs stay in effect even then, because they are also kept in a file of their own.

## Afterwards
- Go through **Delivery unknown** and **Missed while offline**.
- Compare today’s appointments with what you know, and ask customers if in doubt.
- Have the disk checked. Damage rarely comes alone.
- Put your [backups](help:backup) on another disk. A small uninterruptible power supply helps against power cuts.`,
  },
  'disk-full': {
    title: 'The disk is full',
    summary: 'Nothing is sent until there is space; nothing is lost.',
    sought: ['no space', 'storage', 'disk space', 'cannot save', 'free up', 'full drive', 'memory'],
    body: `When the computer’s disk is full, Counterline can’t save anything safely any more. It then sends nothing, because it couldn’t remember that it did. New messages stay on the SIM. Your data are safe.

1. Empty the trash of your computer.
2. Delete downloads, videos and other large files you don’t need, or move them to another disk.
3. Uninstall programs you don’t use.
4. Choose another disk at **Backup folder** under [Backup](settings:backup) if your backups are on the same one.

As soon as there is room, Counterline goes on automatically. You don’t have to restart.

Hurry a little: a SIM holds only a few dozen messages, after that they wait in the network.

## Don’t
Don’t delete files in Counterline’s own folder by hand, not even those that look old. To keep less, choose shorter times under [Data retention](settings:keep); that frees space gradually.

If only the backup disk is full, sending goes on, but no backups are made. Old ones beyond the last 7 days, 4 weeks and 12 months are removed automatically.`,
  },
  'move-to-another-computer': {
    title: 'Move to another computer',
    summary: 'Take your customers, messages and settings to a new computer.',
    sought: ['new computer', 'new pc', 'transfer', 'migrate', 'switch', 'windows', 'mac', 'reinstall', 'laptop'],
    body: `1. On the old computer, open [Backup](settings:backup). Enter a folder on a USB stick at **Backup folder**, and press **Back up now**. Best set a **Passphrase**.
2. Quit Counterline on the old computer, and don’t start it again. Two that work at the same time would both text your customers.
3. Install Counterline on the new computer, the same version or a newer one.
4. Start it, and in the first window press **Restore a backup**. Enter the folder on the stick at **Backup folder**, choose the backup and press **Restore**.
5. Plug in the modem with the SIM. The line is recognized by its SIM, with all conversations. If not, press **Connect a modem**.
6. Enter the SIM’s PIN and the password of your mail server again. They are encrypted for the old computer.
7. Enter a new **Backup folder**, and check [Startup](settings:startup).
8. Send a test message.

Other apps that use the API have to be set up on the new computer.

When everything works, delete Counterline’s data on the old computer before you give it away. They contain your customers’ messages.`,
  },
  privacy: {
    title: 'Where your data are',
    summary: 'What is stored on this computer, and what leaves it.',
    sought: [
      'gdpr',
      'cloud',
      'security',
      'data protection',
      'telemetry',
      'spy',
      'server',
      'encryption',
      'confidential',
    ],
    body: `Counterline has no account, no cloud and no telemetry. Everything is in a folder on this computer that only your user account can read.

## What leaves this computer
- Text messages, through your SIM and your carrier. SMS isn’t encrypted from end to end: don’t text passwords, diagnoses or card numbers.
- Backups, to the folder you choose.
- What you set up yourself: e-mails to you, which contain no numbers and no message text; webhooks; links to your payment provider or other software; a language model in your own network.

Nothing else. Counterline doesn’t even look for updates automatically.

## How it is protected
- PINs and passwords are stored encrypted. The log and the modem log contain no phone numbers and no message text.
- Other apps need their own key, only reach Counterline from this computer, and may only do what you check. See [API keys](settings:api).
- A warning appears if other users of this computer could read the folder.

## What you should do
Lock the computer when you leave the counter, use disk encryption, [encrypt backups](help:backup), turn off message text in [notifications](help:notifications) if customers see the screen, and shorten the [Data retention](settings:keep).`,
  },
  'api-and-webhooks': {
    title: 'Connect other programs',
    summary: 'Let a register, website or script use Counterline, and be told what happens.',
    sought: [
      'api',
      'webhook',
      'integration',
      'cash register',
      'pos',
      'website',
      'script',
      'developer',
      'zapier',
      'crm',
      'token',
    ],
    body: `## Other programs use Counterline
1. Open [API keys](settings:api) in **Settings**. Enter a **Name**, so you know which one to revoke later.
2. Check only the **Permissions** it needs, such as **Send messages** or **Change orders**.
3. Press **Create key** and copy the key. It is only shown now.

The program must run on this computer and use the **Address** shown there. Its documentation is at /api/v1/openapi.json. Messages it sends pass the same checks as all others: opt-outs, sending hours, limits. **Revoke** ends a key at once.

## Counterline tells other programs
1. Open [Webhooks](settings:webhooks) and press **Add**.
2. Enter the **Address**, check the **Events**, and copy the secret. It is only shown now.
3. Press **Send test**.

Events are signed after the Standard Webhooks convention and retried for a day. **Deliveries** shows what arrived; **Send again** repeats one.

## A link to your customer software
Under [Links](settings:links), enter the address of a customer in your other software. **Open in other software** then stands in the customer panel.`,
  },
  updates: {
    title: 'Updates',
    summary: 'How to get a newer version, and what it does with your data.',
    sought: ['new version', 'upgrade', 'download', 'install', 'release', 'auto update', 'downgrade', 'version'],
    body: `Counterline doesn’t look for updates: it asks nobody on the internet for anything. You decide when to install a new version.

1. Press **Back up now** under [Backup](settings:backup), to be on the safe side.
2. Quit Counterline from its icon in the tray. While it is off, messages wait in the network or on the SIM.
3. Install the new version over the old one. Your data stay where they are.
4. Start it, and check that the line is **Connected**.

If the new version has to change how data are stored, it makes a backup first automatically. It is listed under **Backups** as “before an update”.

## Going back
An older version can’t open data that a newer one has changed. Restore the backup from before the update with the older version. What came in since then isn’t in it.

A backup made by a newer version can only be restored with that version or a newer one.

Choose a quiet time for updates, for example after closing. What comes due in the meantime waits under [Missed while offline](help:missed-while-offline).`,
  },
  'law-overview': {
    title: 'Rules for texting customers',
    summary: 'Permission, who you are, how to stop, decent hours.',
    sought: ['legal', 'law', 'allowed', 'compliance', 'fine', 'spam law', 'permission', 'regulation', 'lawyer'],
    body: `This page is general information and not legal advice. Laws differ and change; ask a lawyer or your chamber of commerce when it matters.

Almost everywhere the same four things are asked of you:

- Permission: answering someone who wrote to you is fine. Appointment reminders and order updates that the customer expects are service messages. Advertising needs a clear yes beforehand, and you must be able to prove it.
- Who you are: customers must see which shop texts them.
- How to stop: it must be easy and free of obstacles, and take effect quickly.
- Decent hours: not at night, by the customer’s clock.

## How Counterline helps
- **Promotions** only go to customers with recorded [consent](help:consent); **Print record** proves it.
- Automatic messages begin with your shop’s name. HELP is always answered.
- STOP works [at once](help:opt-out), in seven languages and in plain sentences. **Add opt-out instructions** adds the hint.
- [Sending hours](help:sending-hours) keep the night free, and a weekly maximum protects customers.
- A private person’s data can be [handed out and deleted](help:erase-and-export).

What Counterline can’t check: whether your text is advertising, and whether a consent you record is true.

More: [US and Canada](help:law-us-canada), [EU and UK](help:law-eu-uk), [other countries](help:law-other).`,
  },
  'law-us-canada': {
    title: 'Texting customers in the US and Canada',
    summary: 'TCPA and CASL in short, and how Counterline helps.',
    sought: ['tcpa', 'casl', 'fcc', 'ctia', '10dlc', 'do not call', 'usa', 'america', 'express consent'],
    body: `General information, not legal advice.

## United States
- Under the TCPA, automated texts generally need the customer’s prior express consent; marketing texts need it in writing (a form, a text or a click counts). Giving you the number for an appointment usually covers reminders, not offers.
- Customers may revoke consent in any reasonable way. You must honor it promptly, within ten business days at most.
- Marketing texts are limited to 8 a.m. to 9 p.m. in the customer’s time zone. Some states, such as Florida, are stricter. The national Do Not Call list applies to marketing as well.
- Carriers have rules of their own, and consumer SIMs are meant for conversations, not for bulk sending.

## Canada
CASL asks for consent to commercial messages, express or implied. A purchase gives implied consent for two years, an inquiry for six months. Each message must say who you are and how to reach you, and how to unsubscribe; do it without delay, within ten business days at most.

## How Counterline helps
Record what was said under **How consent was given**. STOP is honored at once. Set [Sending hours](settings:sending) within your state’s limits; at first they are 9:00 to 20:00 by the customer’s clock. Leave **Add opt-out instructions** on, and put your contact details into promotions in Canada.`,
  },
  'law-eu-uk': {
    title: 'Texting customers in the EU and UK',
    summary: 'GDPR, ePrivacy and PECR in short, and how Counterline helps.',
    sought: [
      'gdpr',
      'eprivacy',
      'pecr',
      'uwg',
      'europe',
      'germany',
      'britain',
      'data protection',
      'soft opt-in',
      'switzerland',
    ],
    body: `General information, not legal advice.

- Advertising by text needs prior consent (opt-in) under the ePrivacy rules, in the UK under PECR. Keep proof of it. Consent must be freely given and as easy to withdraw as to give.
- There is a narrow exception for your own customers (“soft opt-in”): you got the number during a sale, you advertise similar products of your own, and offered a simple way to refuse then and in every message. National rules differ.
- Appointment reminders and “your order is ready” are service messages and need no advertising consent, as long as there is no advertising in them. Asking for a rating may count as advertising in some countries, such as Germany.
- Under the GDPR you need a reason for each data item, must inform customers, answer requests within a month, and delete what you don’t need. Health data need special care.

## How Counterline helps
Promotions are off until a customer says yes, and **Ask about promotions by text** or the [QR code](help:qr-code) gives you proof from the customer’s own phone. **Download personal data** and **Delete permanently** answer [requests](help:erase-and-export). [Data retention](settings:keep) deletes automatically. Data stay on [your computer](help:privacy). Turn surveys off where you need consent for them.

Mention texting in your privacy notice.`,
  },
  'law-other': {
    title: 'Texting customers in other countries',
    summary: 'Australia, New Zealand, India and others in short.',
    sought: ['australia', 'new zealand', 'india', 'singapore', 'brazil', 'south africa', 'spam act', 'dnd', 'country'],
    body: `General information, not legal advice. Check the rules of your country and of your carrier.

- Australia: the Spam Act asks for consent, express or inferred from a business relationship, for who you are, and for a working unsubscribe, honored within five business days.
- New Zealand: similar rules under the Unsolicited Electronic Messages Act.
- India: commercial messages go through registered senders and templates (TRAI). An ordinary SIM isn’t allowed for bulk promotions.
- Singapore: check the Do Not Call Registry before marketing, unless you have clear consent.
- South Africa and Brazil: data protection laws (POPIA, LGPD) that ask for consent or another reason, much like the EU’s.
- Switzerland: advertising needs consent, a correct sender and an easy way to refuse.

In many countries SIM cards must be registered to a person or company. Register yours to your shop.

## How Counterline helps
Choose your **Country** under [Shop details](settings:shop), so that numbers are read correctly. [Consent](help:consent) keeps who agreed to what, when and in which words. [Opt-outs](help:opt-out) take effect at once. Set stricter [Sending hours](settings:sending) where your law asks for them, and each customer’s time zone in the panel.

If in doubt, text only those who texted you first.`,
  },
};
