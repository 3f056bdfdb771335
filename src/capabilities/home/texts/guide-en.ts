import type { Facts, PageText } from './text.ts'

/** How to use the site, for everybody who comes. */
export const guideEn = ({
  slug,
  city,
  centre,
  group,
  programme,
  committee,
  phone,
  centrePhone,
}: Facts): PageText => ({
  title: 'How to use this site',
  lead: `On Tsunagu residents, groups and ${city} work on local issues together. Start with the part that fits you.`,
  sections: [
    {
      id: 'resident',
      title: 'Residents (and everyone who works or studies here)',
      blocks: [
        {
          p: 'To look around you need no account: groups, local issues, themes of the city, calls, plans and figures are open to everyone.',
        },
        {
          steps: [
            'Under “Find a group” narrow the list by words, field, or “looking for members”.',
            'Found one? Its page tells how to get in touch.',
            'Tell what troubles you under “Raise a local issue”, with photos if you like. Your name is not published unless you choose to show it.',
            'Staff make sure that nothing personal is in it, then publish it. Your page shows how far it has come.',
          ],
        },
        {
          ways: [
            { label: 'Find a group', href: `/${slug}/groups` },
            { label: 'See local issues', href: `/${slug}/issues` },
            { label: 'Sign up (free)', href: `/${slug}/sign-up` },
          ],
        },
      ],
    },
    {
      id: 'group',
      title: 'Groups',
      blocks: [
        {
          p: `Once registered (${group}), a group stands in the directory and can propose to the city. Managers and members get accounts of their own.`,
        },
        {
          steps: [
            'The person who represents the group signs up and applies under “Register a group”. Drafts are kept.',
            `${centre} checks it. If something is to be mended you are told why and until when.`,
            'With the registration comes a number and a page in the directory. You are reminded before it ends.',
            'On the page of the members, invite managers and members by mail; invitations are good for 14 days.',
            'When the representative changes, use “Hand-over”: the change happens when the new one agrees.',
          ],
        },
        {
          ways: [
            { label: 'Rules and registration', href: `/${slug}/groups/registration` },
            { label: 'My page', href: `/${slug}/me` },
          ],
        },
      ],
    },
    {
      id: 'proposal',
      title: 'Proposing to the city',
      blocks: [
        {
          p: `This is how a proposal goes (${programme}). At every stage “What happens next” tells whose turn it is and until when.`,
        },
        {
          steps: [
            'On the page of the call, see who can apply, for how much, for how long, and how it is scored.',
            'Ask for a consultation. Its record stays with your proposal.',
            'Fill in the form. You can save it at any time and change it until the call closes.',
            'The city checks the papers; department and group talk about roles and costs, and both confirm.',
            `The ${committee} reviews it; you get the result with its reason.`,
            'A selected proposal begins when both have signed the agreement. Both sides write progress and reports.',
            'At the end both evaluate the same points, and the result is published.',
          ],
        },
        {
          ways: [
            { label: 'Programmes and calls', href: `/${slug}/programmes` },
            { label: 'Themes of the city', href: `/${slug}/themes` },
          ],
        },
      ],
    },
    {
      id: 'centre',
      title: `Staff of ${centre}`,
      blocks: [
        {
          points: [
            'Your desk lists what is to be checked (registrations, issues, consultations), the most urgent first.',
            'What arrives at the counter, by post or by telephone can be entered for somebody, marked as such.',
            'When a representative no longer can, you begin the hand-over on the page of the members; the new one still has to agree.',
            'Scores and amounts under review are not shown to the centre.',
          ],
        },
        { ways: [{ label: 'My desk', href: `/${slug}/desk` }] },
      ],
    },
    {
      id: 'city',
      title: 'Staff of the city (office and departments)',
      blocks: [
        {
          points: [
            'The office sets up and publishes calls, checks papers, assigns departments, prepares reviews, decides, writes and publishes.',
            'A department writes its own themes, negotiates, signs, and writes progress and evaluation of its own projects only.',
            'Decisions and letters carry numbers; who did what, when and why is recorded and cannot be changed afterwards.',
            'The administrator invites staff, gives and takes roles, and disables accounts of those who left.',
          ],
        },
        { ways: [{ label: 'My desk', href: `/${slug}/desk` }] },
      ],
    },
    {
      id: 'reviewer',
      title: 'Committee members',
      blocks: [
        {
          steps: [
            'First declare for each proposal whether you have an interest. You cannot score those where you have.',
            'Read form and attachments, give points and comments for each criterion. You can save in between.',
            'After closing, scores no longer change. The ranking follows the published rules.',
          ],
        },
        { ways: [{ label: 'Reviews', href: `/${slug}/reviews` }] },
      ],
    },
    {
      id: 'sign-in',
      title: 'Signing in, passwords, two-step sign-in',
      blocks: [
        {
          points: [
            'Passwords have at least 10 characters; a sentence is easy to remember.',
            'Forgot it? “Forgot your password?” on the sign-in page sends you a link for a new one.',
            'With two-step sign-in an app shows six digits that you enter as well. Turn it on in your account.',
            'Lost your device? Sign out on all devices and ask the administrator of the city to reset the second step.',
            'After ten failures in a row signing in is paused for about 15 minutes.',
          ],
        },
        { ways: [{ label: 'Account settings', href: `/${slug}/account` }] },
      ],
    },
    {
      id: 'questions',
      title: 'Questions',
      blocks: [
        {
          answers: [
            {
              q: 'Can I do this without a computer or phone?',
              a: 'Yes. At the counter, by telephone or by post; staff enter it for you and give you a copy.',
            },
            {
              q: 'I closed the page while writing.',
              a: 'Everything up to your last “save” is kept. Go on from your page.',
            },
            {
              q: 'I found a mistake after sending.',
              a: 'Write to the staff on the page of the procedure. Where it can still be withdrawn, there is a page for it.',
            },
            {
              q: 'No mail arrives.',
              a: 'Please look into your spam folder, and contact the office if it is not there.',
            },
            {
              q: 'The letters are small.',
              a: 'Zoom to 200 % in your browser; nothing runs over the edge.',
            },
          ],
        },
      ],
    },
    {
      id: 'easy',
      title: 'Easy Japanese (やさしい日本語)',
      blocks: [
        {
          p: 'The Japanese guide has a part in easy Japanese with readings, for those who are learning the language.',
        },
        { ways: [{ label: 'やさしい日本語', href: `/${slug}/guide?lang=ja#easy` }] },
        ...(centrePhone ? [{ p: `You can also call ${centre}: ${centrePhone}.` }] : []),
        ...(phone && !centrePhone ? [{ p: `You can also call: ${phone} (${city}).` }] : []),
      ],
    },
  ],
})
