//! The rules that a problem can break. Ids of the field's checks (`CSP-…`, `HRS-…`, …) are the partner's vocabulary;
//! the others name the part of the site at fault.

/// The id of a rule, such as `HRS-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// The id as printed and as written in `[checks]`.
    pub fn id(self) -> &'static str {
        self.0
    }

    /// The rule in one sentence.
    pub fn title(self) -> &'static str {
        ALL.iter().find(|(code, _)| *code == self).map_or("", |(_, title)| title)
    }

    /// The code of this id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        ALL.iter().map(|(code, _)| *code).find(|code| code.0 == id)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

macro_rules! codes {
    ($($name:ident = $id:literal: $rule:literal;)*) => {
        $(#[doc = $rule] pub const $name: Code = Code($id);)*
        /// Every code with its rule in one sentence.
        pub const ALL: &[(Code, &str)] = &[$(($name, $rule)),*];
    };
}

codes! {
    TOML_01 = "TOML-01": "A TOML file follows the TOML grammar.";
    TOML_02 = "TOML-02": "A text file is UTF-8 without control characters.";
    KEY_01 = "KEY-01": "Every key is known and stands in its table.";
    KEY_02 = "KEY-02": "Every value has the type that its key expects.";
    KEY_03 = "KEY-03": "Every required key is present.";
    KEY_04 = "KEY-04": "A value is one of those that its key allows.";
    KEY_05 = "KEY-05": "An id is unique in its list and made of letters, digits, hyphens and underscores; no list names one twice.";
    KEY_06 = "KEY-06": "A reference names an id that exists.";
    KEY_07 = "KEY-07": "Keys that exclude or require each other agree.";
    KEY_08 = "KEY-08": "The schema version is one that this program knows.";
    DUR_01 = "DUR-01": "A duration is written like 15m, 4h, P12M or 2 business days.";
    DOC_01 = "DOC-01": "Front matter stands between two lines of +++ at the top of the file.";
    DOC_02 = "DOC-02": "A document has a title.";
    DOC_03 = "DOC-03": "A built-in text is replaced by one that says something and meets the same obligations.";
    DOC_04 = "DOC-04": "Raw HTML in Markdown is sanitised unless the site says otherwise.";
    DOC_05 = "DOC-05": "A placeholder is one of those that exist, and words of your own keep those of the words that they replace.";
    DOC_06 = "DOC-06": "Every file under content/ stands where a page reads it.";
    DOC_07 = "DOC-07": "Quotes and lists are nested no deeper than anybody can read.";
    DOC_08 = "DOC-08": "The days of a document are past, and it was not changed before it was written.";
    DOC_09 = "DOC-09": "The marks of a heading are followed by a space.";
    IMG_01 = "IMG-01": "An image beside the text exists and is PNG, JPEG, WebP, AVIF or SVG.";
    IMG_02 = "IMG-02": "An image is at most 500 KB.";
    URL_01 = "URL-01": "No two sources claim one URL.";
    URL_02 = "URL-02": "A slug or alias stays inside the site.";
    TPL_01 = "TPL-01": "A template is well formed and uses fields that exist.";
    TPL_02 = "TPL-02": "A theme exists and extends one that exists.";
    TPL_03 = "TPL-03": "A brand colour is fitted until text on it has a contrast of 4.5:1.";
    TPL_04 = "TPL-04": "Text can be read on its ground in light and in dark: 4.5:1.";
    TPL_05 = "TPL-05": "A template of your own keeps the parts that every page needs.";
    OUT_01 = "OUT-01": "The output folder is ours: absent, empty or holding our manifest, apart from the sources.";
    OUT_02 = "OUT-02": "No foreign file stands where a page would be written.";
    IO_01 = "IO-01": "Every file of the site can be read and written.";
    IO_02 = "IO-02": "A site is a folder with a file support.toml, of ordinary files and folders without links.";
    IO_03 = "IO-03": "A text is no longer than a person can have written.";
    IO_04 = "IO-04": "The system tells which files of a site change.";
    CSP_01 = "CSP-01": "At least one support type is declared.";
    CSP_02 = "CSP-02": "Billing, subscription and technical support each have a support type or a named provider.";
    CSP_03 = "CSP-03": "Every support type has hours.";
    CSP_04 = "CSP-04": "Every support type has a contact method that works without a sign-in.";
    CSP_05 = "CSP-05": "Every support type has a price, or says that it is included or on request.";
    CSP_06 = "CSP-06": "The site says that customers contact the partner for support.";
    CSP_07 = "CSP-07": "The site says how to buy more and how to cancel.";
    CSP_08 = "CSP-08": "Self-service links are present for every cloud that the partner serves.";
    CSP_09 = "CSP-09": "The site links to the help of Microsoft's products.";
    CSP_10 = "CSP-10": "An indirect reseller names its indirect provider and what it handles.";
    CSP_11 = "CSP-11": "The partner-of-record contact has an e-mail address, a telephone and a website.";
    CSP_12 = "CSP-12": "The support website is an absolute https address and equals the published one.";
    CSP_13 = "CSP-13": "The site says what goes to Microsoft, and promises no times of Microsoft's.";
    CSP_14 = "CSP-14": "Delegated access names its roles with a reason, Global Administrator above all, and lasts at most 730 days.";
    CSP_15 = "CSP-15": "How long a subscription can be cancelled was checked in the last 180 days.";
    CSP_16 = "CSP-16": "The site says who supports marketplace products of other publishers.";
    CSP_17 = "CSP-17": "The site says what ends when a customer removes the partner's rights.";
    CSP_18 = "CSP-18": "The site says what happens when a bill is not paid.";
    CSP_19 = "CSP-19": "The site answers questions on the Microsoft Customer Agreement.";
    CSP_20 = "CSP-20": "Where a contract asks for it, somebody answers day and night.";
    CSP_21 = "CSP-21": "Support that another company gives names that company.";
    HRS_01 = "HRS-01": "A time zone is an IANA name of a region, not an abbreviation or an offset.";
    HRS_02 = "HRS-02": "Opening intervals parse and do not overlap.";
    HRS_03 = "HRS-03": "An interval over midnight lasts at most 16 hours.";
    HRS_04 = "HRS-04": "A contact method or a plan promises no hours in which its support is not given.";
    HRS_05 = "HRS-05": "Hours say which public holidays they keep.";
    HRS_06 = "HRS-06": "Special days are to come, each given once.";
    HRS_07 = "HRS-07": "Who says 24/7 is there day and night.";
    HRS_08 = "HRS-08": "Hours of single days reach at least 60 days ahead.";
    HRS_09 = "HRS-09": "On a public holiday of the next two weeks somebody answers in an emergency.";
    CON_01 = "CON-01": "A telephone number is written in E.164 form and possible in its country.";
    CON_02 = "CON-02": "Two contact methods have different telephone numbers.";
    CON_03 = "CON-03": "An e-mail address is well formed and of the partner's own domain.";
    CON_04 = "CON-04": "Contact methods say which languages are spoken, and each language of the site is.";
    CON_05 = "CON-05": "A published site holds no placeholder, example address or reserved number.";
    CON_06 = "CON-06": "Who writes learns by when an answer comes.";
    CON_07 = "CON-07": "A call that costs more than others says what it costs.";
    CON_08 = "CON-08": "Everyone can reach the partner in writing.";
    CON_09 = "CON-09": "A promise for day and night has a contact method that is answered day and night.";
    CON_10 = "CON-10": "Software for remote assistance says when it is safe to open.";
    PRC_01 = "PRC-01": "An amount is a decimal string with at most the digits of its currency.";
    PRC_02 = "PRC-02": "The tax of every price is stated.";
    PRC_03 = "PRC-03": "A price holds on the day of the build, and is not older than 18 months.";
    PRC_04 = "PRC-04": "An hourly rate says in which steps it is counted and the least that is charged, a plan how often it is paid.";
    PRC_05 = "PRC-05": "Plans have different names, and a plan or rate offers one price for one country at one time.";
    PRC_06 = "PRC-06": "A plan that is priced by country has a price for each country served.";
    SLA_01 = "SLA-01": "A severity has a definition and two examples.";
    SLA_02 = "SLA-02": "What is graver is answered no later.";
    SLA_03 = "SLA-03": "The clock of a target is `elapsed` or hours that exist.";
    SLA_04 = "SLA-04": "Promised times are said to be targets or guarantees.";
    SLA_05 = "SLA-05": "A dearer plan has no longer times than a cheaper one.";
    SLA_06 = "SLA-06": "Promised times say when they begin.";
    SEC_01 = "SEC-01": "The site says where security problems are reported.";
    SEC_02 = "SEC-02": "security.txt holds for 30 days to a year.";
    SEC_03 = "SEC-03": "What is for Microsoft only is never published.";
    SEC_04 = "SEC-04": "No id of a tenant and no private key is published.";
    LEG_01 = "LEG-01": "A publisher in Germany, Austria or Switzerland states who it is.";
    LEG_02 = "LEG-02": "A Polish company states its register, court, tax number and capital.";
    LEG_03 = "LEG-03": "Every page links to the privacy notice.";
    LEG_04 = "LEG-04": "No text names a law or a body that is gone.";
    LEG_05 = "LEG-05": "A service for consumers says where to report a barrier.";
    I18N_01 = "I18N-01": "Every text exists in every language of the site.";
    I18N_02 = "I18N-02": "A counted text has all plural forms of its language.";
    I18N_03 = "I18N-03": "Every page names itself in the other languages.";
    I18N_04 = "I18N-04": "A page of a language from right to left says so.";
    I18N_05 = "I18N-05": "A language tag is registered and written in its usual form.";
    LNK_01 = "LNK-01": "No link leads to a portal of a cloud that its readers do not use.";
    LNK_02 = "LNK-02": "A link out of the site leads to a page that exists.";
    LNK_03 = "LNK-03": "A link inside the site leads to a page and an anchor that exist.";
    LNK_04 = "LNK-04": "A link is https, mailto, tel or relative.";
    STD_01 = "STD-01": "The JSON-LD of a page is JSON.";
    STD_02 = "STD-02": "A calendar can be read by programs, and each event has its own id.";
    STD_03 = "STD-03": "A card for address books can be read by programs.";
    STD_04 = "STD-04": "A JSON file for programs is JSON, and support.json follows its schema.";
    STD_05 = "STD-05": "The sitemap leads only to pages that search engines may show.";
    OPS_01 = "OPS-01": "No page asks a third party for anything.";
    OPS_02 = "OPS-02": "An incident starts before it ends, and not in the future.";
    OPS_03 = "OPS-03": "Maintenance starts before it ends, and does not overlap with other maintenance of the same service.";
    OPS_04 = "OPS-04": "Maintenance that is over does not say that it is still to come.";
    OPS_05 = "OPS-05": "The same sources give the same bytes.";
    OPS_06 = "OPS-06": "Facts and links were looked at in the last 180 days.";
    OPS_07 = "OPS-07": "Where a notice stands agrees with its times, its kind and its last update.";
    A11Y_01 = "A11Y-01": "A page has one main heading, one main part and a text for every image; headings skip no level.";
    A11Y_02 = "A11Y-02": "A status is said in words, and interrupts nobody.";
}
