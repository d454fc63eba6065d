#!/usr/bin/env python3
"""Build the knowledge files for China from the compiled tables of facts.

Usage
    china.py FACTS OUT            read the tables in FACTS, write OUT/cn-people.toml and OUT/cn-offices.toml
    china.py --check OUT          read the two files back, check them, print the chain of every single-seat office
    china.py --organizations OUT  print the ids of the organizations that the offices name

Reads (tab-separated, columns: office title person native from to acting confidence source note)
    cn_central.tsv, cn_state_council.tsv, cn_provinces_1.tsv .. cn_provinces_4.tsv
    cn_central_people.tsv (person native born gender note): further spellings of names
    ../officials/wikidata_holders.jsonl.gz: to make sure that a Wikidata id is the person's own

Rules
    Offices   every office cn/... and, of the provinces, the Party secretary and the governor (mayor, chairman) and the
              chief executives of Hong Kong and Macao (ids HK/..., MO/...). The table O below holds how they are printed.
    Tenures   those that end in 2003 or later, or are open.
    A         dates as given; a date that the note calls remembered is cut to its month.
    B         dates cut to the month. A day stays when the row has two outside sources and the address or the name of
              one of them bears the day, or when a row of confidence A or SUPPLEMENT gives the same day for a change in
              the same office (the day the predecessor left).
    C         left out, unless SUPPLEMENT below has it from a source found since.
    Sources   "memory", "directory 2024" and references to the tables themselves are no sources; a row that has no other
              is left out. Wikidata ids become addresses.
    Persons   one record for a name in Chinese characters and in Latin letters together; IDS holds the ids of people
              who share a name. A Wikidata id is taken only when exactly one person of that name bears it in the rows,
              the name is the same in wikidata_holders and no second id competes.
    roster-since  single-seat offices: start of the last run of tenures without a hole up to the open one. Dates of a
              month or a year are read in favor of contact. A hole of up to 40 days is let pass when a note says that
              the post was vacant, one of up to 14 days when both its ends are known to the day (the old governor resigns
              on one session of the legislature, the new one is appointed on the next). ABOLISHED offices: the run up to
              the end. Bodies of several members: ROSTER, taken only when the members on the days named add up.
The output depends on the input alone; records are sorted by id.
"""
import calendar
import datetime
import gzip
import json
import os
import re
import sys
import tomllib

REVIEWED = "2025-06-30"  # some governors and deputies were last seen in their posts in the summer of 2025
FIRST_YEAR = "2003"
TABLES = ["cn_central", "cn_state_council", "cn_provinces_1", "cn_provinces_2", "cn_provinces_3", "cn_provinces_4"]
ATTRIBUTION = "Wikidata (CC0); CIA World Factbook (public domain); dates from the news reports and pages named per tenure"

MUNICIPALITIES = {"CN-BJ", "CN-TJ", "CN-SH", "CN-CQ"}
REGIONS = {"CN-NM", "CN-GX", "CN-XZ", "CN-NX", "CN-XJ"}
PROVINCES = MUNICIPALITIES | REGIONS | {
    "CN-HE", "CN-SX", "CN-LN", "CN-JL", "CN-HL", "CN-JS", "CN-ZJ", "CN-AH", "CN-FJ", "CN-JX", "CN-SD", "CN-HA",
    "CN-HB", "CN-HN", "CN-GD", "CN-HI", "CN-SC", "CN-GZ", "CN-YN", "CN-SN", "CN-GS", "CN-QH"}


def party_titles(kind):
    return ["Party secretary", "Party chief", "Party boss", "Secretary of the CPC %s Committee" % kind,
            "Secretary of the %s Party Committee" % kind, "Secretary of the %s Committee of the CPC" % kind,
            "Secretary of the Communist Party of China %s Committee" % kind,
            "Secretary of the %s Committee of the Communist Party of China" % kind,
            "Chief of the CPC %s Committee" % kind]


# id -> titles
ROLES = {
    "foreign-minister": ["Foreign Minister", "Minister of Foreign Affairs", "Minister for Foreign Affairs"],
    "provincial-party-secretary": party_titles("Provincial"),
    "municipal-party-secretary": party_titles("Municipal"),
    "regional-party-secretary": party_titles("Regional") + [
        "Secretary of the CPC Autonomous Regional Committee", "Secretary of the Autonomous Regional Party Committee",
        "Secretary of the Autonomous Regional Committee of the CPC"],
    "provincial-governor": ["Governor", "Provincial Governor"],
    "municipal-mayor": ["Mayor"],
    "regional-chairman": ["Chairman", "Chairwoman", "Chairperson", "Regional Chairman", "Chairman of the Regional Government",
                          "Chairman of the Autonomous Regional Government",
                          "Chairman of the People's Government", "Governor"],
    "chief-executive": ["Chief Executive", "Leader"],
}

# Offices: id -> (title, also, organization or "", seats or 0, rank or 0, role or "")
O = {}


def office(oid, title, also=(), org="", seats=1, rank=0, role=""):
    O[oid] = (title, list(also), org, seats, rank, role)


def ministry(key, subject, org, also=(), forms=None):
    """A ministry: '<Subject> Minister' before a name, 'Minister of <Subject>' in full."""
    full = forms or ["Minister of " + subject]
    office("cn/minister/" + key, subject + " Minister", full + list(also), org)


office("cn/general-secretary", "General Secretary", ["Party General Secretary", "Secretary General", "Secretary-General"], "cn/cpc-central-committee", rank=1)
office("cn/president", "President", ["State President"], "", rank=1)
office("cn/vice-president", "Vice President", ["Vice-President", "State Vice President"], "")
office("cn/premier", "Premier", ["Prime Minister"], "cn/state-council", rank=2)
office("cn/vice-premier", "Vice Premier", ["Vice-Premier", "Executive Vice Premier", "Deputy Premier", "Vice Prime Minister", "Deputy Prime Minister"], "cn/state-council", 0)
office("cn/state-councilor", "State Councilor", ["State Councillor"], "", 0)
office("cn/state-council-secretary-general", "Secretary-General", ["Secretary General"], "cn/state-council")
office("cn/party-cmc-chairman", "Chairman", ["CMC Chairman", "Military Commission Chairman"], "cn/central-military-commission")
office("cn/party-cmc-vice-chairman", "Vice Chairman", ["Vice-Chairman", "CMC Vice Chairman"], "cn/central-military-commission", 0)
office("cn/cmc-member", "Member", [], "cn/central-military-commission", 0)
office("cn/politburo-standing-committee", "Member", [], "cn/cpc-political-bureau-standing-committee", 0)
office("cn/politburo", "Member", [], "cn/cpc-political-bureau", 0)
office("cn/secretariat", "Member", ["Secretary"], "cn/cpc-secretariat", 0)
office("cn/ccdi-secretary", "Secretary", ["Head", "Chief", "Discipline chief"], "cn/ccdi")
office("cn/ccdi-deputy-secretary", "Deputy Secretary", ["Deputy Head", "Deputy Chief"], "cn/ccdi", 0)
office("cn/npc-chairman", "Chairman", ["Chairperson", "Chairman of the National People's Congress", "Chairman of the NPC", "NPC Chairman", "Top legislator"], "cn/npc-standing-committee", rank=3)
office("cn/npc-vice-chairman", "Vice Chairman", ["Vice-Chairman", "Vice Chairperson", "Vice Chairwoman", "Vice-Chairperson", "Vice-Chairwoman", "Vice Chairman of the National People's Congress", "Vice Chairman of the NPC", "NPC Vice Chairman"], "cn/npc-standing-committee", 0)
office("cn/cppcc-chairman", "Chairman", ["Chairperson", "Chairman of the Chinese People's Political Consultative Conference", "Chairman of the CPPCC", "CPPCC Chairman", "Top political advisor", "Top political adviser"], "cn/cppcc-national-committee", rank=4)
office("cn/cppcc-vice-chairman", "Vice Chairman", ["Vice-Chairman", "Vice Chairperson", "Vice Chairwoman", "Vice-Chairperson", "Vice-Chairwoman", "Vice Chairman of the Chinese People's Political Consultative Conference", "Vice Chairman of the CPPCC", "CPPCC Vice Chairman"], "cn/cppcc-national-committee", 0)
office("cn/supreme-court-president", "President", ["Chief Justice", "Head"], "cn/supreme-peoples-court")
office("cn/procurator-general", "Procurator-General", ["Procurator General", "Prosecutor General", "Prosecutor-General", "Top prosecutor"], "cn/supreme-peoples-procuratorate")
office("cn/supervisory-commission-director", "Director", ["Head", "Chairman"], "cn/national-supervisory-commission")
office("cn/general-office-director", "Director", ["Head", "Chief"], "cn/cpc-general-office")
office("cn/organization-department-head", "Head", ["Director", "Minister", "Chief"], "cn/cpc-organization-department")
office("cn/publicity-department-head", "Head", ["Director", "Minister", "Chief", "Propaganda chief"], "cn/cpc-publicity-department")
office("cn/united-front-head", "Head", ["Director", "Minister", "Chief"], "cn/cpc-united-front-work-department")
office("cn/international-department-head", "Head", ["Director", "Minister", "Chief"], "cn/cpc-international-department")
office("cn/political-legal-commission-secretary", "Secretary", ["Head", "Chief"], "cn/cpc-political-legal-commission")
office("cn/policy-research-head", "Director", ["Head"], "cn/cpc-policy-research-office")
office("cn/party-school-president", "President", ["Principal", "Headmaster"], "cn/cpc-central-party-school")
office("cn/reform-commission-office-director", "Director", ["Head"], "cn/reform-commission-office")
office("cn/reform-commission-office-deputy-director", "Deputy Director", ["Executive Deputy Director", "Deputy Head", "Executive Deputy Head"], "cn/reform-commission-office", 0)
office("cn/financial-commission-office-director", "Director", ["Head"], "cn/central-financial-commission-office")
office("cn/financial-commission-office-deputy-director", "Deputy Director", ["Executive Deputy Director", "Deputy Head"], "cn/central-financial-commission-office", 0)
office("cn/cyberspace-administration-director", "Director", ["Head", "Minister", "Chief"], "cn/cyberspace-administration")
office("cn/taiwan-work-office-head", "Head", ["Director"], "cn/cpc-taiwan-work-office")
office("cn/taiwan-affairs-office-head", "Director", ["Head", "Minister"], "cn/taiwan-affairs-office")
office("cn/hk-macao-office-head", "Director", ["Head"], "cn/hong-kong-and-macao-affairs-office")
office("cn/state-council-information-office-head", "Director", ["Head", "Minister"], "cn/state-council-information-office")
office("cn/joint-staff-chief", "Chief of Staff", ["Chief of the General Staff", "Chief of General Staff", "Chief of the Joint Staff Department", "Chief", "Head"], "cn/cmc-joint-staff-department")

office("cn/minister/foreign", "Foreign Minister", ["Minister of Foreign Affairs", "Minister for Foreign Affairs"], "cn/foreign-ministry", role="foreign-minister")
office("cn/vice-minister/foreign", "Vice Foreign Minister", ["Vice-Foreign Minister", "Deputy Foreign Minister", "Executive Vice Foreign Minister", "Vice Minister of Foreign Affairs", "Vice Minister", "Deputy Minister"], "cn/foreign-ministry", 0)
office("cn/foreign-ministry-spokesperson", "Spokesperson", ["Spokesman", "Spokeswoman", "Foreign Ministry Spokesman", "Foreign Ministry Spokeswoman", "Foreign Ministry Spokesperson"], "cn/foreign-ministry", 0)
office("cn/minister/defense", "Defense Minister", ["Defence Minister", "Minister of National Defense", "Minister of Defense", "National Defense Minister", "Minister of National Defence", "Minister of Defence"], "cn/ministry-of-national-defense")
office("cn/minister/ndrc", "Chairman", ["Director", "Head", "Minister in charge", "Chief", "Minister", "Chairperson"], "cn/ndrc")
office("cn/vice-minister/ndrc", "Deputy Director", ["Vice Chairman", "Deputy Head", "Vice Minister", "Vice-Chairman", "Vice Director", "Vice Minister in charge", "Deputy Chief"], "cn/ndrc", 0)
ministry("agriculture", "Agriculture", "cn/ministry-of-agriculture-and-rural-affairs", ["Agriculture and Rural Affairs Minister", "Minister of Agriculture and Rural Affairs"])
office("cn/minister/auditor-general", "Auditor General", ["Auditor-General", "Head", "Director"], "cn/national-audit-office")
ministry("civil-affairs", "Civil Affairs", "cn/ministry-of-civil-affairs")
ministry("commerce", "Commerce", "cn/ministry-of-commerce", ["Trade Minister"])
office("cn/minister/costind", "Director", ["Minister", "Minister in charge", "Head", "Chairman"], "cn/costind")
ministry("culture", "Culture", "cn/ministry-of-culture", ["Cultural Minister"])
ministry("culture-and-tourism", "Culture and Tourism", "cn/ministry-of-culture-and-tourism", ["Culture Minister", "Tourism Minister"])
office("cn/minister/ecology", "Ecology and Environment Minister", ["Minister of Ecology and Environment", "Environment Minister", "Minister of Environment"], "cn/ministry-of-ecology-and-environment")
ministry("education", "Education", "cn/ministry-of-education")
ministry("emergency", "Emergency Management", "cn/ministry-of-emergency-management", ["Emergency Minister"])
office("cn/minister/environment", "Environmental Protection Minister", ["Minister of Environmental Protection", "Environment Minister", "Minister", "Director", "Head", "Director of the State Environmental Protection Administration", "Minister of the State Environmental Protection Administration", "SEPA Director"], "cn/ministry-of-environmental-protection")
office("cn/minister/ethnic-affairs", "Minister in charge", ["Director", "Head", "Minister", "Chairman"], "cn/national-ethnic-affairs-commission")
office("cn/minister/family-planning", "Minister in charge", ["Minister", "Director", "Head"], "cn/national-population-and-family-planning-commission")
ministry("finance", "Finance", "cn/ministry-of-finance")
office("cn/minister/health", "Health Minister", ["Minister of Health", "Minister in charge", "Minister", "Director", "Head"], "cn/national-health-commission")
office("cn/minister/housing", "Housing and Urban-Rural Development Minister", ["Minister of Housing and Urban-Rural Development", "Housing Minister", "Minister of Construction", "Construction Minister"], "cn/ministry-of-housing-and-urban-rural-development")
office("cn/minister/human-resources", "Human Resources and Social Security Minister", ["Minister of Human Resources and Social Security", "Human Resources Minister", "Labor Minister", "Labour Minister"], "cn/ministry-of-human-resources-and-social-security")
office("cn/minister/industry-and-it", "Industry and Information Technology Minister", ["Minister of Industry and Information Technology", "Industry Minister"], "cn/miit")
office("cn/minister/information-industry", "Information Industry Minister", ["Minister of Information Industry"], "cn/ministry-of-information-industry")
ministry("justice", "Justice", "cn/ministry-of-justice")
office("cn/minister/labor-and-social-security", "Labor and Social Security Minister", ["Minister of Labor and Social Security", "Labor Minister", "Minister of Labour and Social Security", "Labour Minister"], "cn/ministry-of-labor-and-social-security")
office("cn/minister/land-and-resources", "Land and Resources Minister", ["Minister of Land and Resources", "Land Minister"], "cn/ministry-of-land-and-resources")
office("cn/minister/natural-resources", "Natural Resources Minister", ["Minister of Natural Resources"], "cn/ministry-of-natural-resources")
office("cn/minister/personnel", "Personnel Minister", ["Minister of Personnel"], "cn/ministry-of-personnel")
office("cn/minister/public-security", "Public Security Minister", ["Minister of Public Security", "Police Minister"], "cn/ministry-of-public-security")
office("cn/minister/railways", "Railways Minister", ["Minister of Railways", "Railway Minister"], "cn/ministry-of-railways")
office("cn/minister/science", "Science and Technology Minister", ["Minister of Science and Technology", "Science Minister"], "cn/ministry-of-science-and-technology")
office("cn/minister/state-security", "State Security Minister", ["Minister of State Security"], "cn/ministry-of-state-security")
office("cn/minister/supervision", "Supervision Minister", ["Minister of Supervision"], "cn/ministry-of-supervision")
office("cn/minister/transport", "Transport Minister", ["Minister of Transport", "Minister of Communications", "Communications Minister", "Minister of Transportation", "Transportation Minister"], "cn/ministry-of-transport")
office("cn/minister/veterans", "Veterans Affairs Minister", ["Minister of Veterans Affairs", "Minister of Veteran Affairs"], "cn/ministry-of-veterans-affairs")
office("cn/minister/water", "Water Resources Minister", ["Minister of Water Resources"], "cn/ministry-of-water-resources")

office("cn/pboc-governor", "Governor", ["Central bank governor", "Central bank chief", "Chief", "Head"], "cn/pboc")
office("cn/cbrc-cbirc-nfra-head", "Head", ["Chairman", "Director", "Minister", "Chief", "Chairwoman", "Chairman of the China Banking Regulatory Commission", "CBRC Chairman", "Chairman of the China Banking and Insurance Regulatory Commission", "CBIRC Chairman", "Banking regulator chief"], "cn/national-financial-regulatory-administration")
office("cn/circ-chairman", "Chairman", ["Head", "Chief"], "cn/circ")
office("cn/csrc-chairman", "Chairman", ["Head", "Chief"], "cn/csrc")
office("cn/cnsa-head", "Head", ["Administrator", "Director", "Chief"], "cn/cnsa")
office("cn/customs-head", "Head", ["Minister", "Director", "Chief"], "cn/general-administration-of-customs")
office("cn/market-regulation-head", "Head", ["Director", "Minister", "Chief"], "cn/state-administration-for-market-regulation")
office("cn/nbs-head", "Head", ["Director", "Commissioner", "Chief"], "cn/national-bureau-of-statistics")
office("cn/nea-head", "Head", ["Director", "Administrator", "Chief"], "cn/national-energy-administration")
office("cn/nrta-head", "Head", ["Director", "Minister", "Chief"], "cn/national-radio-and-television-administration")
office("cn/sasac-director", "Director", ["Chairman", "Head", "Minister", "Minister in charge", "Chief"], "cn/sasac")
office("cn/sport-head", "Director", ["Head", "Minister", "Chief"], "cn/general-administration-of-sport")
office("cn/tax-head", "Head", ["Director", "Commissioner", "Chief"], "cn/state-taxation-administration")
for code, names in {"GB": ["the United Kingdom", "Britain", "the UK", "the U.K.", "Great Britain"], "JP": ["Japan"], "RU": ["Russia", "the Russian Federation"],
                    "US": ["the United States", "the U.S.", "the US", "the United States of America", "Washington"]}.items():
    office("cn/ambassador/" + code, "Ambassador to " + names[0], ["Ambassador to " + n for n in names[1:]] + ["Ambassador Extraordinary and Plenipotentiary to " + names[0]])
office("cn/ambassador/UN", "Permanent Representative to the United Nations", ["Permanent Representative to the UN", "Permanent Representative to the U.N.", "Ambassador to the United Nations", "Ambassador to the UN", "Ambassador to the U.N.", "UN Ambassador", "U.N. Ambassador", "UN envoy", "U.N. envoy"])

# office -> its last day (there was no such office afterwards)
ABOLISHED = {
    "cn/minister/environment": "2018-03-19", "cn/minister/costind": "2008-03-17", "cn/minister/culture": "2018-03-19",
    "cn/minister/family-planning": "2013-03-16", "cn/minister/information-industry": "2008-03-17",
    "cn/minister/labor-and-social-security": "2008-03-17", "cn/minister/land-and-resources": "2018-03-19",
    "cn/minister/personnel": "2008-03-17", "cn/minister/railways": "2013-03-16", "cn/minister/supervision": "2018-03-19",
    "cn/circ-chairman": "2018-03-21"}

# bodies of several members: the day from which the list is whole, and the numbers that show it (day -> members)
ROSTER = {
    "cn/politburo-standing-committee": ("2002-11-15", {"2002-11-20": 9, "2007-10-30": 9, "2012-11-20": 7, "2017-10-30": 7, "2022-10-30": 7}),
    "cn/politburo": ("2012-11-15", {"2012-11-20": 25, "2017-10-30": 25, "2022-10-30": 24}),
    "cn/vice-premier": ("2003-03-17", {"2003-03-20": 4, "2008-03-20": 4, "2013-03-20": 4, "2018-03-20": 4, "2023-03-20": 4}),
    "cn/state-councilor": ("2003-03-17", {"2003-03-20": 5, "2008-03-20": 5, "2013-03-20": 5, "2018-03-20": 5, "2023-03-20": 5}),
    "cn/secretariat": ("2017-10-25", {"2017-10-30": 7, "2022-10-30": 7}),
    "cn/cmc-member": ("2012-11-15", {"2012-11-20": 8, "2017-10-30": 4, "2022-10-30": 4}),
    "cn/party-cmc-vice-chairman": ("2012-11-15", {"2012-11-20": 2, "2017-10-30": 2, "2022-10-30": 2}),
}

# people who share a name in Latin letters, or the whole name: (native, start of an office id or "") -> id
IDS = {
    ("刘淇", ""): "liu-qi-beijing", ("刘奇", ""): "liu-qi-jiangxi",
    ("刘晓明", ""): "liu-xiaoming-diplomat", ("刘小明", ""): "liu-xiaoming-hainan",
    ("陆浩", ""): "lu-hao-gansu", ("陆昊", ""): "lu-hao-1967",
    ("王军", ""): "wang-jun-taxation", ("王君", ""): "wang-jun-shanxi",
    ("张军", "cn/ambassador"): "zhang-jun-diplomat", ("张军", "cn/"): "zhang-jun-jurist",
}
NATIVE = {"何厚鏵": "何厚铧", "董建華": "董建华", "賀一誠": "贺一诚", "崔世安": "崔世安"}
# the name most printed, where the tables begin with another
PREFERRED = {"何厚铧": "Edmund Ho"}
# given name first although the name is Chinese in the tables
GIVEN_FIRST = {"Che Dalha", "Carrie Lam", "Henry Fok", "Edmund Ho", "Donald Tsang", "Fernando Chui", "John Lee"}

# rows of the tables that are not taken: (office, native, from), and why
DROP = {
    ("cn/politburo", "王刚", "2002-11-15"): "alternate member",
    ("cn/reform-commission-office-deputy-director", "穆虹", "2018"): "in one with the years before, see SUPPLEMENT",
}
# (office, native, from) -> (from, to): dates set right, where two rows overlap
FIX = {}
# Found since, with its source. Replaces rows of the same office, person and acting state that start in the same year or
# whose 'from' is named. (office, person, native, from, to, acting, [sources], from of the row replaced or "")
SUPPLEMENT = [
    # Mu Hong: Central Reform Office since early 2014 (full-time deputy director, then executive deputy), NDRC
    ("cn/reform-commission-office-deputy-director", "Mu Hong", "穆虹", "2014", "", False, ["https://www.chinatimes.net.cn/article/41555.html", "https://m.secretchina.com/news/gb/2018/05/09/amp858184.html", "http://en.people.cn/n3/2024/0727/c90000-20198906.html", "http://english.scio.gov.cn/pressroom/node_9008479.html"], ""),
    ("cn/vice-minister/ndrc", "Mu Hong", "穆虹", "2009", "2023", False, ["http://china.org.cn/government/scio-press-conferences/2009-05/27/content_17845109.htm", "https://www.chinatimes.net.cn/article/41555.html", "https://news.creaders.net/china/2015/09/13/1581687.html", "https://m.secretchina.com/news/gb/2018/05/09/amp858184.html"], ""),
    ("cn/vice-minister/ndrc", "He Lifeng", "何立峰", "2014-06", "2017-02-24", False, ["http://finance.people.com.cn/BIG5/n/2014/0704/c1004-25237004.html", "http://english.gov.cn/news/top_news/2017/02/25/content_281475577800274.htm"], ""),
    # Xi Jinping
    ("CN-ZJ/party-secretary", "Xi Jinping", "习近平", "2002-11", "2007-03-24", False, ["https://wikimili.com/en/Politics_of_Zhejiang", "http://www.chinadaily.com.cn/china/2007-03/26/content_835872.htm"], ""),
    ("CN-SH/party-secretary", "Xi Jinping", "习近平", "2007-03-24", "2007-10-27", False, ["http://www.chinadaily.com.cn/china/2007-03/26/content_835872.htm", "http://www.china.org.cn/english/government/230057.htm", "https://brecorder.com/news/amp/3447855"], ""),
    ("cn/party-cmc-vice-chairman", "Xi Jinping", "习近平", "2010-10-18", "2012-11-15", False, ["https://www.globalsecurity.org/military/world/china/cmc-member.htm", "http://chinascope.org/archives/3015"], ""),
    ("cn/secretariat", "Xi Jinping", "习近平", "2007-10-22", "2012-11-15", False, ["https://docslib.org/doc/1225853/xi-jinping-and-the-party-apparatus", "https://en.wikipedia.org/wiki/Liu_Yunshan"], ""),
    ("cn/party-school-president", "Xi Jinping", "习近平", "2007-12", "2013-01-15", False, ["https://docslib.org/doc/1225853/xi-jinping-and-the-party-apparatus", "http://www.wantchinatimes.com/news-subclass-cnt.aspx?id=20130118000081&cid=1601", "https://en.wikipedia.org/wiki/Liu_Yunshan"], ""),
    ("cn/party-school-president", "Liu Yunshan", "刘云山", "2013-01-15", "2017-10", False, ["http://www.wantchinatimes.com/news-subclass-cnt.aspx?id=20130118000081&cid=1601", "https://en.wikipedia.org/wiki/Liu_Yunshan"], ""),
    # Zhejiang: Xia Baolong, Li Qiang, Yuan Jiajun
    ("CN-ZJ/governor", "Xia Baolong", "夏宝龙", "2011-08", "2012-01-16", True, ["https://db0nus869y26v.cloudfront.net/en/Xia_Baolong", "https://de.wikipedia.org/wiki/Xia_Baolong (Xinhua, 2012-01-16)"], ""),
    ("CN-ZJ/governor", "Xia Baolong", "夏宝龙", "2012-01-16", "2012-12-21", False, ["https://db0nus869y26v.cloudfront.net/en/Xia_Baolong", "https://de.wikipedia.org/wiki/Xia_Baolong (Xinhua, 2012-01-16)"], ""),
    ("CN-ZJ/governor", "Li Qiang", "李强", "2012-12-21", "2013-01", True, ["https://de.wikipedia.org/wiki/Xia_Baolong (Xinhua, 2012-12-21)", "https://db0nus869y26v.cloudfront.net/en/Xia_Baolong", "https://a.osmarks.net/content/wikipedia_en_all_maxi_2020-08/A/Li_Qiang"], ""),
    ("CN-ZJ/governor", "Li Qiang", "李强", "2013-01", "2016-07", False, ["https://a.osmarks.net/content/wikipedia_en_all_maxi_2020-08/A/Li_Qiang", "http://piglix.com/piglix/Che_Jun"], ""),
    ("CN-ZJ/governor", "Yuan Jiajun", "袁家军", "2017-04", "2017-07-07", True, ["http://zhtxs.com/e/wap/show.php?classid=8&id=79696", "http://www.globaltimes.cn/content/1055379.shtml"], ""),
    ("CN-ZJ/governor", "Yuan Jiajun", "袁家军", "2017-07-07", "2020-09", False, ["+", "http://www.globaltimes.cn/content/1055379.shtml", "https://wikiwand.com/en/Zheng_Shanjie"], ""),
    # Shanxi: Yuan Chunqing, Li Xiaopeng, Lou Yangsheng
    ("CN-SX/party-secretary", "Yuan Chunqing", "袁纯清", "2010", "2014-09-01", False, ["https://nzt.eth.link/wiki/Governor_of_Shanxi.html", "http://english.gov.cn/news/top_news/2014/09/30/content_281474990835970.htm", "http://uk.reuters.com/article/china-corruption-shanxi-idUKL3N0R305R20140902"], ""),
    ("CN-SX/party-secretary", "Lou Yangsheng", "楼阳生", "2019-11-30", "2021-06-01", False, ["+", "https://plenum.ai/personnel-tracker/lou-yangsheng-became-shanxi-party-secretary/", "https://global.chinadaily.com.cn/a/202106/01/WS60b5fac7a31024ad0bac2de6.html"], ""),
    ("CN-SX/governor", "Li Xiaopeng", "李小鹏", "2013-01", "2016-08", False, ["https://wikiland.org/fr/Li_Xiaopeng_(politician)", "https://www.881903.com/news/amp/local/2104926"], ""),
    ("CN-SX/governor", "Lou Yangsheng", "楼阳生", "2016-08", "2016-11-28", True, ["https://global.chinadaily.com.cn/m/shanxi/2016-11/29/content_27518179.htm", "https://en.wikipedia.org/wiki/Lou_Yangsheng"], ""),
    ("CN-SX/governor", "Lou Yangsheng", "楼阳生", "2016-11-28", "2019-12", False, ["https://global.chinadaily.com.cn/m/shanxi/2016-11/29/content_27518179.htm", "https://en.wikipedia.org/wiki/Lou_Yangsheng"], "2017-01"),
    # Jiangsu: Li Xueyong, Shi Taifeng, Wu Zhenglong
    ("CN-JS/governor", "Li Xueyong", "李学勇", "2010-12-07", "2011-02-14", True, ["https://en.wikipedia.org/wiki/Li_Xueyong", "http://covid-19.chinadaily.com.cn/china/2010-12/07/content_11661027.htm"], ""),
    ("CN-JS/governor", "Li Xueyong", "李学勇", "2011-02-14", "2015-11", False, ["https://en.wikipedia.org/wiki/Li_Xueyong", "http://de.knowledgr.com/06165743/LiXueyong"], ""),
    ("CN-JS/governor", "Shi Taifeng", "石泰峰", "2016-01", "2017-05-31", False, ["+", "http://www.xinhuanet.com/english/2017-05/31/c_136329018.htm"], ""),
    ("CN-JS/governor", "Wu Zhenglong", "吴政隆", "2017-05-31", "2017-07-29", True, ["http://www.xinhuanet.com/english/2017-05/31/c_136329018.htm", "http://www.globaltimes.cn/content/1058647.shtml"], ""),
    ("CN-JS/governor", "Wu Zhenglong", "吴政隆", "2017-07-29", "2021-10", False, ["+", "http://www.globaltimes.cn/content/1058647.shtml", "https://en.wikipedia.org/wiki/Wu_Zhenglong"], ""),
    # Fujian: Tang Dengjie; his predecessors at the space agency
    ("CN-FJ/governor", "Tang Dengjie", "唐登杰", "2018-01-02", "2018-01-31", True, ["+", "http://www.ecns.cn/2018/01-03/286737.shtml", "http://en.chinagate.cn/2018-01/31/content_50367200.htm"], ""),
    ("CN-FJ/governor", "Tang Dengjie", "唐登杰", "2018-01-31", "2020-07-02", False, ["+", "http://en.chinagate.cn/2018-01/31/content_50367200.htm"], ""),
    ("cn/cnsa-head", "Chen Qiufa", "陈求发", "2010-07", "2013-03", False, ["https://www.china-in-space.com/p/shan-zhongde-becomes-new-head-of", "https://wiki.studentb.eu/view_html.php?lang=en&q=Chen_Qiufa&sq=engine"], ""),
    ("cn/cnsa-head", "Ma Xingrui", "马兴瑞", "2013-03", "2013-12", False, ["https://www.china-in-space.com/p/shan-zhongde-becomes-new-head-of"], ""),
    ("cn/cnsa-head", "Xu Dazhe", "许达哲", "2013-12", "2016", False, ["http://www.cnsa.gov.cn/n360696/n361213/n361348/532714.html", "https://en.wikipedia.org/wiki/Xu_Dazhe"], ""),
    ("cn/cnsa-head", "Tang Dengjie", "唐登杰", "2017-05", "2018-01", False, ["+", "https://www.spacetechasia.com/zhang-kejian-appointed-administrator-of-chinas-space-agency/", "https://www.china-in-space.com/p/shan-zhongde-becomes-new-head-of"], ""),
    ("cn/cnsa-head", "Shan Zhongde", "单忠德", "2025-01", "", False, ["+", "https://www.china-in-space.com/p/shan-zhongde-becomes-new-head-of"], ""),
    # Shandong: Guo Shuqing, Gong Zheng, Li Ganjie
    ("CN-SD/governor", "Guo Shuqing", "郭树清", "2013", "2017-02", False, ["https://amp.scmp.com/news/china/article/1732246/shandong-governor-guo-shuqing-dismisses-talk-he-will-be-chinas-next", "http://english.gov.cn/news/top_news/2017/02/25/content_281475577800274.htm"], "2013"),
    ("CN-SD/governor", "Gong Zheng", "龚正", "2017-04-11", "2017", True, ["+", "http://global.chinadaily.com.cn/china/2017-04/12/content_28886628.htm", "http://french.peopledaily.com.cn/Chine/n3/2017/0412/c31354-9201592.html"], ""),
    ("CN-SD/governor", "Gong Zheng", "龚正", "2017", "2020-04-17", False, ["+", "http://www.xinhuanet.com/english/2020-04/17/c_138984966.htm"], "2017"),
    ("CN-SD/governor", "Li Ganjie", "李干杰", "2020-04-17", "2020", True, ["+", "http://www.xinhuanet.com/english/2020-04/17/c_138984966.htm"], "2020-04"),
    # Secretariat, 19th and 20th
    *[("cn/secretariat", n, z, "2017-10-25", "2022-10-23", False, ["https://www.intelligenceledger.com/post/sentinel-project-secretariat-of-the-communist-party-of-china", "https://en.wikipedia.org/wiki/20th_Secretariat_of_the_Chinese_Communist_Party"], "")
      for n, z in (("Ding Xuexiang", "丁薛祥"), ("Guo Shengkun", "郭声琨"), ("Huang Kunming", "黄坤明"), ("Yang Xiaodu", "杨晓渡"))],
    *[("cn/secretariat", n, z, "2017-10-25", "2022-10-23", False, ["+", "https://www.intelligenceledger.com/post/sentinel-project-secretariat-of-the-communist-party-of-china", "https://en.wikipedia.org/wiki/20th_Secretariat_of_the_Chinese_Communist_Party"], "")
      for n, z in (("Chen Xi", "陈希"), ("You Quan", "尤权"))],
    *[("cn/secretariat", n, z, "2022-10-23", "", False, ["https://en.wikipedia.org/wiki/20th_Secretariat_of_the_Chinese_Communist_Party", "https://wikimili.com/en/20th_Secretariat_of_the_Chinese_Communist_Party"], "")
      for n, z in (("Li Ganjie", "李干杰"), ("Li Shulei", "李书磊"), ("Chen Wenqing", "陈文清"), ("Wang Xiaohong", "王小洪"))],
    # Political Bureau, Central Military Commission
    ("cn/politburo", "Sun Zhengcai", "孙政才", "2012-11-15", "2017-09-29", False, ["https://wikimili.com/en/18th_Politburo_of_the_Chinese_Communist_Party", "https://news.cgtn.com/news/3245544e78597a6333566d54/index.html", "http://www.modbee.com/news/nation-world/article176071361.html"], ""),
    ("cn/party-cmc-vice-chairman", "Fan Changlong", "范长龙", "2012-11-04", "2017-10-25", False, ["http://usa.chinadaily.com.cn/china/2012-11/04/content_15873401.htm", "https://www.globalsecurity.org/military/world/china/cmc-member.htm"], ""),
    ("cn/party-cmc-vice-chairman", "Xu Qiliang", "许其亮", "2012-11-04", "2022-10-23", False, ["+", "http://usa.chinadaily.com.cn/china/2012-11/04/content_15873401.htm"], ""),
    ("cn/cmc-member", "Xu Qiliang", "许其亮", "2007", "2012-11-04", False, ["http://usa.chinadaily.com.cn/china/2012-11/04/content_15873401.htm"], ""),
    *[("cn/cmc-member", n, z, "2007", "2017-10-25", False, ["http://big5.taiwan.cn/gate/big5/www.chinataiwan.cn/english/News/dn/201303/t20130315_3908393.htm", "https://jamestown.org/program/parsing-the-selection-of-chinas-new-high-command/", "https://www.globalsecurity.org/military/world/china/cmc-member.htm"], "")
      for n, z in (("Chang Wanquan", "常万全"), ("Wu Shengli", "吴胜利"))],
    *[("cn/cmc-member", n, z, "2012-11-15", "2017-10-25", False, ["http://big5.taiwan.cn/gate/big5/www.chinataiwan.cn/english/News/dn/201303/t20130315_3908393.htm", "https://jamestown.org/program/parsing-the-selection-of-chinas-new-high-command/", "https://www.globalsecurity.org/military/world/china/cmc-member.htm"], "")
      for n, z in (("Zhang Yang", "张阳"), ("Zhao Keshi", "赵克石"), ("Ma Xiaotian", "马晓天"), ("Zhang Youxia", "张又侠"))],
    # Court, procuratorate, supervision, regulators
    ("cn/procurator-general", "Zhang Jun", "张军", "2018-03-18", "2023-03-11", False, ["http://y3k9.com/a/201803/18/WS5aadd4e2a3106e7dcc1424a5.html", "https://www.chinajusticeobserver.com/a/zhang-jun-elected-spc-president"], ""),
    ("cn/supreme-court-president", "Zhang Jun", "张军", "2023-03-11", "", False, ["http://en.people.cn/n3/2023/0312/c90000-10220892.html", "https://www.chinajusticeobserver.com/a/zhang-jun-elected-spc-president"], ""),
    ("cn/procurator-general", "Ying Yong", "应勇", "2023-03-11", "", False, ["http://en.people.cn/n3/2023/0312/c90000-10220894.html", "https://mcdn.i-scmp.com/news/china/politics/article/3213194/chinas-two-sessions-2023-beijing-fills-top-prosecutor-judge-and-anti-corruption-positions"], ""),
    ("cn/supervisory-commission-director", "Yang Xiaodu", "杨晓渡", "2018-03-18", "2023-03-11", False, ["https://www.caixinglobal.com/2018-03-18/chinas-new-anti-corruption-watchdog-gets-first-chief-101222852.html", "http://portuguese.people.com.cn/n3/2018/0318/c309806-9438606.html", "http://en.people.cn/n3/2023/0312/c90000-10220892.html"], ""),
    ("cn/csrc-chairman", "Liu Shiyu", "刘士余", "2016-02-20", "2019-01", False, ["https://www.theguardian.com/world/2016/feb/20/china-replaces-xiao-gang-as-securities-regulator-head-over-handling-of-crisis", "https://www.deccanchronicle.com/world/neighbours/200216/china-replaces-xiao-gang-as-securities-regulator-head.html"], ""),
    ("cn/cbrc-cbirc-nfra-head", "Shang Fulin", "尚福林", "2011", "2017-02", False, ["https://financeasia.com/article/securities-reformer-guo-to-lead-bank-watchdog/434098", "http://in.reuters.com/article/china-bank-regulator-idINL4N1G83JY"], ""),
    ("cn/state-council-information-office-head", "Cai Mingzhao", "蔡名照", "2013-05", "2014-12", False, ["http://english.cpc.people.com.cn/206972/206978/8241666.html", "http://wiki.china.org.cn/index.php?title=Cai_Mingzhao&printable=yes"], "2013-04"),
    ("cn/state-council-information-office-head", "Jiang Jianguo", "蒋建国", "2014-12", "2018-08", False, ["http://english.scio.gov.cn/2017-04/10/content_40591273.htm", "http://www.hegsqy.com/a/201808/22/WS5b7cbc1ea310add14f387134.html (China Daily, 2018-08-22)"], "2015-01"),
    # Anhui, Jiangxi, Guangdong, Gansu, Guizhou, Liaoning, Hebei, Ningxia
    ("CN-AH/governor", "Li Bin", "李斌", "2011-12-11", "2012-02-15", True, ["https://franceqw.com/forum.php?action=printable&mod=viewthread&tid=38454 (Anhui Daily, 2011-12-12)", "https://news.zynews.cn/2012-02/15/content_1947669.htm"], ""),
    ("CN-AH/governor", "Li Bin", "李斌", "2012-02-15", "2013-03-27", False, ["+", "https://news.zynews.cn/2012-02/15/content_1947669.htm"], ""),
    ("CN-AH/governor", "Wang Xuejun", "王学军", "2013-03-27", "2013-06-20", True, ["+", "http://scxb.com.cn/html/2013-06/21/content_127002.htm"], "2013-03-27"),
    ("CN-AH/governor", "Wang Xuejun", "王学军", "2013-06-20", "2015-06", False, ["http://scxb.com.cn/html/2013-06/21/content_127002.htm"], ""),
    ("CN-JX/governor", "Lu Xinshe", "鹿心社", "2011-06", "2012-02", True, ["https://de.knowledgr.com/18330448/LuXinshe", "https://en.wikipedia.org/wiki/Politics_of_Jiangxi"], ""),
    ("CN-JX/governor", "Lu Xinshe", "鹿心社", "2012-02", "2016-07", False, ["https://de.knowledgr.com/18330448/LuXinshe", "https://en.wikipedia.org/wiki/Politics_of_Jiangxi"], ""),
    ("CN-JX/party-secretary", "Su Rong", "苏荣", "2007-11", "2013-03", False, ["https://en.wikipedia.org/wiki/Politics_of_Jiangxi", "http://www.scmp.com/news/china/article/1194082/qinghai-party-chief-qiang-wei-set-head-jiangxi-province-sources-say"], ""),
    ("CN-QH/party-secretary", "Qiang Wei", "强卫", "2007-03", "2013-03", False, ["http://lmno.pp.ua/wiki/Qiang_Wei", "https://global.chinadaily.com.cn/dfpd/shizheng/2013-03/21/content_16329926.htm"], ""),
    ("CN-GD/governor", "Zhu Xiaodan", "朱小丹", "2011-11-04", "2012-01-17", True, ["https://en.wikipedia.org/wiki/Zhu_Xiaodan", "http://www.scmp.com/article/983882/new-man-critic-slothful-civil-service"], ""),
    ("CN-GD/governor", "Zhu Xiaodan", "朱小丹", "2012-01-17", "2016-12-30", False, ["https://en.wikipedia.org/wiki/Zhu_Xiaodan", "http://china.org.cn/china/2016-12/31/content_40018463.htm"], ""),
    ("CN-GS/governor", "Ren Zhenhe", "任振鹤", "2021-01-28", "", False, ["http://english.scio.gov.cn/pressroom/node_9008123.htm"], ""),
    ("CN-GZ/governor", "Li Bingjun", "李炳军", "2021-01", "", False, ["https://debianws.lexgopc.com/wiki143/index.php?title=Governor_of_Guizhou", "https://russianwiki.com/wiki/%D0%9B%D0%B8_%D0%91%D0%B8%D0%BD%D1%86%D0%B7%D1%8E%D0%BD%D1%8C"], ""),
    ("CN-LN/governor", "Chen Zhenggao", "陈政高", "2008-01", "2014-05", False, ["https://www.mdbrecords.com/business/2014-06/27/content_17620054.htm (China Daily, 2014-06-27)"], "2008-01"),
    ("CN-LN/governor", "Li Xi", "李希", "2014", "2015-05", False, ["+", "https://wiki.studentb.eu/view_html.php?lang=en&q=Chen_Qiufa&sq=engine"], "2014-10"),
    ("CN-LN/governor", "Chen Qiufa", "陈求发", "2015-05", "2017-10", False, ["https://wiki.studentb.eu/view_html.php?lang=en&q=Chen_Qiufa&sq=engine"], ""),
    ("CN-HE/party-secretary", "Zhang Qingli", "张庆黎", "2011-08", "2013-03-20", False, ["http://en.people.cn/90785/7653446.html", "https://en.wikipedia.org/wiki/Zhou_Benshun"], ""),
    ("CN-HE/party-secretary", "Zhou Benshun", "周本顺", "2013-03-20", "2015-07", False, ["https://en.wikipedia.org/wiki/Zhou_Benshun", "https://swiki.se/wiki/Zhou_Benshun"], ""),
    ("CN-HE/governor", "Zhang Qingwei", "张庆伟", "2011-08", "2012-01", True, ["http://www.bjreview.com.cn/special/2013-01/30/content_515830.htm", "https://owiki.org/wiki/Politics_of_Hebei"], ""),
    ("CN-NX/party-secretary", "Zhang Yi", "张毅", "2010", "2013-03", False, ["https://global.chinadaily.com.cn/dfpd/shizheng/2013-03/21/content_16329926.htm"], ""),
    ("CN-NX/governor", "Xian Hui", "咸辉", "2016-07", "2016-09", True, ["https://pt.abcdef.wiki/wiki/Xian_Hui"], ""),
    ("CN-NX/governor", "Zhang Yupu", "张雨浦", "2022-05-09", "2022-05-21", True, ["https://en.wikipedia.org/wiki/Zhang_Yupu", "https://wikimili.com/en/Chairperson_of_Ningxia"], ""),
    ("CN-NX/governor", "Zhang Yupu", "张雨浦", "2022-05-21", "", False, ["http://en.npc.gov.cn.cdurl.cn/2022-05/23/c_756012.htm", "http://en.people.cn/n3/2023/0117/c90000-10196905.html"], ""),
    # Qinghai, Shaanxi, Xinjiang, Tibet, Yunnan, Inner Mongolia
    ("CN-QH/governor", "Xin Changxing", "信长星", "2020", "2022-03", False, ["https://sewiki.info/Lexikon/Politik_i_Qinghai", "http://everything.explained.today/Wu_Xiaojun"], "2021"),
    ("CN-QH/governor", "Wu Xiaojun", "吴晓军", "2022-03-31", "2022-05", True, ["http://everything.explained.today/Wu_Xiaojun"], ""),
    ("CN-QH/governor", "Wu Xiaojun", "吴晓军", "2022-05", "2025-01", False, ["http://everything.explained.today/Wu_Xiaojun", "http://en.people.cn/n3/2024/1231/c90000-20260740.html"], ""),
    ("CN-SN/governor", "Zhao Gang", "赵刚", "2023-01-16", "", False, ["http://en.people.cn/n3/2023/0117/c90000-10196893.html"], ""),
    ("CN-SN/party-secretary", "Zhao Yide", "赵一德", "2022-11-27", "", False, ["https://www.breakinglatest.news/news/shaanxi-governor-zhao-yide-was-promoted-to-secretary-of-the-shaanxi-provincial-party-committee-zaobao/", "https://www.breakinglatest.news/news/xi-jinping-intends-to-cultivate-zhao-yide-as-the-secretary-of-the-shaanxi-provincial-party-committee-figure-confidential-zhejiang-gang-shaanxi-secretary/"], ""),
    ("CN-XJ/governor", "Nur Bekri", "努尔·白克力", "2008-01", "2014-12", False, ["http://the-uncensored-wiki.com:20141/2014-wikipedia_en_all_02_2014/A/html/N/u/r/_/Nur_Bekri.html", "https://en.wikipedia.org/wiki/Shohrat_Zakir"], ""),
    ("CN-XJ/governor", "Shohrat Zakir", "雪克来提·扎克尔", "2014-12", "2015-01", True, ["https://en.wikipedia.org/wiki/Shohrat_Zakir"], ""),
    ("CN-XJ/governor", "Erkin Tuniyaz", "艾尔肯·吐尼亚孜", "2022-01", "", False, ["http://en.people.cn/n3/2023/0119/c90000-10198106.html"], ""),
    ("CN-XZ/governor", "Yan Jinhai", "严金海", "2022-01-07", "2024-11-28", False, ["https://www.tibetanreview.net/tar-regional-congress-elects-new-govt-chairman-vice-chairman-put-under-corruption-probe/", "https://www.tibetanreview.net/tibet-autonomous-region-chairman-reported-to-have-resigned/"], ""),
    ("CN-XZ/governor", "Garma Cedain", "嘎玛泽登", "2024-11-28", "2025-01-22", True, ["https://www.tibetanreview.net/tibet-autonomous-region-chairman-reported-to-have-resigned/", "https://savetibet.org/china-rolls-out-new-leaders-in-lhasa-indicate-continued-clampdown-in-tibet/"], ""),
    ("CN-XZ/governor", "Garma Cedain", "嘎玛泽登", "2025-01-22", "", False, ["+", "https://savetibet.org/china-rolls-out-new-leaders-in-lhasa-indicate-continued-clampdown-in-tibet/"], ""),
    ("CN-YN/governor", "Li Jiheng", "李纪恒", "2011-08", "2012-02-16", True, ["http://en.people.cn/90785/7731331.html"], ""),
    ("CN-YN/governor", "Li Jiheng", "李纪恒", "2012-02-16", "2014-10-17", False, ["http://en.people.cn/90785/7731331.html", "https://www.yunnanexploration.com/chen-hao.html"], ""),
    ("CN-YN/governor", "Chen Hao", "陈豪", "2014-10-17", "2015-01", True, ["https://www.yunnanexploration.com/chen-hao.html"], ""),
    ("CN-YN/governor", "Chen Hao", "陈豪", "2015-01", "2016-12", False, ["https://www.yunnanexploration.com/chen-hao.html", "https://www.chinadaily.com.cn/a/201612/23/WS5a0ab51ca3100f0f53cb630c.html"], ""),
    ("CN-YN/governor", "Wang Yubo", "王予波", "2021-01", "", False, ["https://sagapedia.com/en/Governor_of_Yunnan", "https://pwojczyn.com/wiki/view.php?lang=en&q=Yunnan_Provincial_People%27s_Government"], ""),
    ("CN-YN/party-secretary", "Li Jiheng", "李纪恒", "2014-10-14", "2016-08", False, ["https://www.chinadaily.com.cn/china/2014-10/15/content_18740601.htm", "https://www.yunnanexploration.com/chen-hao.html"], ""),
    ("CN-YN/party-secretary", "Wang Ning", "王宁", "2021-10-19", "", False, ["https://www.thinkchina.sg/prelude-cpcs-20th-party-congress-2022-seven-new-provincial-party-secretaries-appointed?ref=neican.org", "https://multimedia.scmp.com/infographics/news/china/article/3154128/china-new-regional-leaders/index.html"], ""),
    ("CN-NM/governor", "Bao Gang", "包钢", "2026-02", "", False, ["https://en.wikipedia.org/wiki/Bao_Gang"], ""),
]

EXTRA_SPLIT = {"cn/reform-commission-office": "cn/reform-commission-office-", "cn/financial-commission-office": "cn/financial-commission-office-"}


def read_tsv(path):
    with open(path, encoding="utf-8") as f:
        lines = [l.rstrip("\n") for l in f]
    head = lines[0].split("\t")
    for l in lines[1:]:
        if l.strip():
            cells = l.split("\t")
            cells += [""] * (len(head) - len(cells))
            yield dict(zip(head, (c.strip() for c in cells)))


def office_id(row):
    o = row["office"]
    if o in EXTRA_SPLIT:
        return EXTRA_SPLIT[o] + ("director" if row["title"].startswith("Director") else "deputy-director")
    if o in ("CN-HK/chief-executive", "CN-MO/chief-executive"):
        return o[3:]
    return o


def wanted(o):
    if o.startswith("cn/"):
        return True
    p, _, rest = o.partition("/")
    return (p in PROVINCES and rest in ("party-secretary", "governor")) or (p in ("HK", "MO") and rest == "chief-executive")


def sources(text):
    out = []
    text = re.sub(r"\([^()]*\)", lambda m: m.group(0).replace(";", ",,"), text)
    for s in text.split(";"):
        s = s.replace(",,", ";").strip()
        if not s or "directory 2024" in s or re.match(r"(memory|cn_provinces_\d|cn_central|news texts? at hand)\b", s):
            continue
        if s.startswith("wikidata"):
            ids = re.findall(r"Q\d+", s)
            out += ["https://www.wikidata.org/wiki/" + q for q in ids] or ["Wikidata"]
            continue
        m = re.fullmatch(r"enwiki infobox (\d{4}-\d\d) of (.*?)( \(.*)?", s)
        if m:
            s = "English Wikipedia, %s (infobox, %s)%s" % (m.group(2), m.group(1), m.group(3) or "")
        m = re.fullmatch(r"enwiki infobox (\d+)(.*)", s)
        if m:
            s = "English Wikipedia, page %s (infobox)%s" % (m.group(1), m.group(2))
        m = re.fullmatch(r"(?:factbook_heads_history|factbook history|CIA Factbook history)(.*)", s)
        if m:
            s = "CIA World Factbook"
        m = re.fullmatch(r"(?:news )?te3_xinhua ?(.*)", s)
        if m:
            s = ("Xinhua " + m.group(1)).strip()
        s = re.sub(r"\bgithub ([\w.-]+/[\w.-]+)", r"https://github.com/\1", s)
        s = re.sub(r"[,;]? ?\(?(start from )?\bmemory\b\)?", "", s).strip()
        # what names neither an address nor a publication cannot be looked up by anyone
        s = re.sub(r" ?\(\)", "", re.sub(r",? ?\bfind_string\b", "", s)).strip()
        s = re.sub(r" ?\(as cited in [^)]*\)", "", s)
        if re.match(r"(news file|document \d+|github file text|github daily-digest script|Lujiazui Forum reports)\b", s):
            continue
        s = re.sub(r"^ipfs Huang_Xingguo( page)?$", "Wikipedia, Huang Xingguo (copy at ipfs.io)", s)
        s = re.sub(r"^x13-caesar/FMPRC_NLP cpcnews (\d+)", r"cpcnews \1 (https://github.com/x13-caesar/FMPRC_NLP)", s)
        s = s.replace(", stored without address", "")
        out.append(s)
    seen, res = set(), []
    for s in out:
        if s not in seen:
            seen.add(s)
            res.append(s)
    return res


def bears_day(srcs, day):
    y, m, d = day.split("-")
    pat = re.compile(r"(?<!\d)%s\D?%s\D{0,2}%s(?!\d)" % (y, m, d))
    return any(pat.search(s) for s in srcs)


def remembered(note, end):
    """Does the note say that this end of the tenure is remembered?"""
    note = note.lower()
    if end == "from":
        return re.search(r"(first day|start day|starting day|the start day|days) (is |are |taken )?from memory|added by [^;]*\((this )?day from memory|\(these days from memory\)", note)
    return re.search(r"(last day|end day|removal day|days) (is |are )?from memory|day of death from memory|(died|died in office) \(day from memory|\(these days from memory\)", note)


def lo(d):
    return datetime.date.fromisoformat({4: d + "-01-01", 7: d + "-01", 10: d}[len(d)])


def hi(d):
    if len(d) == 10:
        return datetime.date.fromisoformat(d)
    y = int(d[:4])
    m = int(d[5:7]) if len(d) == 7 else 12
    return datetime.date(y, m, calendar.monthrange(y, m)[1])


def slug(name):
    s = name.lower().replace("ü", "u").replace("ö", "o").replace("é", "e")
    return re.sub(r"[^a-z0-9]+", "-", s.replace("'", "").replace("’", "")).strip("-")


def build(facts):
    rows = []
    for t in TABLES:
        for r in read_tsv(os.path.join(facts, t + ".tsv")):
            r["office"] = office_id(r)
            r["native"] = NATIVE.get(r["native"], r["native"])
            if not wanted(r["office"]):
                continue
            if (r["office"], r["native"], r["from"]) in DROP or r["title"].startswith(("Alternate", "Charge")):
                continue
            if (r["office"], r["native"], r["from"]) in FIX:
                r["from"], r["to"] = FIX[(r["office"], r["native"], r["from"])]
            if r["to"] and r["to"][:4] < FIRST_YEAR:
                continue
            rows.append(r)
    names = {}
    for r in rows + list(read_tsv(os.path.join(facts, "cn_central_people.tsv"))):
        for n in r["person"].split("|"):
            names.setdefault(r["native"], []).append(n.strip())

    replaced = {(s[0], s[2], s[7] or s[3][:4], bool(s[5])) for s in SUPPLEMENT}
    tenures = []
    kept = []
    old = {}
    for r in rows:
        acting = bool(r["acting"])
        hit = [k for k in ((r["office"], r["native"], r["from"], acting), (r["office"], r["native"], r["from"][:4], acting)) if k in replaced]
        if hit:
            old.setdefault(hit[0], []).extend(sources(r["source"]))
            continue
        if r["confidence"] not in ("A", "B"):
            continue
        src = sources(r["source"])
        if not src:
            continue
        r["src"] = src
        kept.append(r)
    anchors = {}
    for s in SUPPLEMENT:
        for d in s[3:5]:
            if len(d) == 10:
                anchors.setdefault(s[0], set()).add(d)
    doubtful = []
    for r in kept:
        if r["confidence"] == "A":
            for end in ("from", "to"):
                if remembered(r["note"], end) and len(r[end]) == 10 and not bears_day(r["src"], r[end]):
                    doubtful.append((r, end))
                elif len(r[end]) == 10:
                    anchors.setdefault(r["office"], set()).add(r[end])
    for r, end in doubtful:
        if r[end] not in anchors.get(r["office"], ()):
            r[end] = r[end][:7]
    for r in kept:
        if r["confidence"] == "B":
            for end in ("from", "to"):
                d = r[end]
                if len(d) == 10 and d not in anchors.get(r["office"], ()) and not (len(r["src"]) > 1 and bears_day(r["src"], d)):
                    r[end] = d[:7]
        tenures.append(dict(office=r["office"], native=r["native"], person=r["person"], since=r["from"], to=r["to"],
                            acting=bool(r["acting"]), src=r["src"], note=r["note"]))
    for o, person, native, since, to, acting, src, was in SUPPLEMENT:
        if src[0] == "+":
            src = old[(o, native, was or since[:4], bool(acting))] + src[1:]
            src = [x for n, x in enumerate(src) if x not in src[:n]]
        tenures.append(dict(office=o, native=native, person=person, since=since, to=to, acting=bool(acting), src=src, note=""))
        names.setdefault(native, []).extend(person.split("|"))

    # persons
    holders = {}
    path = os.path.join(facts, "..", "officials", "wikidata_holders.jsonl.gz")
    if os.path.exists(path):
        with gzip.open(path, "rt", encoding="utf-8") as f:
            for l in f:
                if l.strip():
                    h = json.loads(l)
                    holders.setdefault(h["qid"], set()).update(
                        x.casefold() for x in (h["person"], re.sub(r" \(.*", "", h.get("enwiki") or "")) if x)
    persons = {}
    for t in tenures:
        key = None
        for (n, prefix), i in IDS.items():
            if n == t["native"] and t["office"].startswith(prefix):
                key = i
                break
        if key is None:
            key = slug(PREFERRED.get(t["native"], names[t["native"]][0]))
        p = persons.setdefault(key, dict(id=key, native=t["native"], tenures=[], qids=set()))
        if p["native"] != t["native"]:
            sys.exit("two people, one id: %s %s %s" % (key, p["native"], t["native"]))
        p["tenures"].append(t)
    for p in persons.values():
        all_names = []
        for n in names[p["native"]]:
            if n not in all_names:
                all_names.append(n)
        p["name"] = PREFERRED.get(p["native"], all_names[0])
        p["aliases"] = sorted(n for n in all_names if n != p["name"])
        own = {n.casefold() for n in all_names}
        for t in p["tenures"]:
            for s in t["src"]:
                m = re.fullmatch(r"https://www\.wikidata\.org/wiki/(Q\d+)", s)
                if m and holders.get(m.group(1), set()) & own:
                    p["qids"].add(m.group(1))
        p["tenures"].sort(key=lambda t: (lo(t["since"]), hi(t["to"]) if t["to"] else datetime.date.max, t["office"]))
    shared = {}
    for p in persons.values():
        for q in p["qids"]:
            shared.setdefault(q, []).append(p["id"])
    for p in persons.values():
        q = sorted(p["qids"])
        p["wikidata"] = q[0] if len(q) == 1 and len(shared[q[0]]) == 1 else ""
        han = all("一" <= c <= "鿿" for c in p["native"])
        han = han and len(p["native"]) <= 3 or p["native"] in ("欧阳坚", "欧阳淞", "司马义")
        p["order"] = "given-first" if p["name"] in GIVEN_FIRST or not (han and " " in p["name"]) else "family-first"
    return persons, tenures


def vacant(note):
    return "vacant" in note and "vacant or " not in note and "nobody documented" not in note


def roster_since(oid, ts):
    """Start of the last run without a hole up to an open tenure (or to the end of an abolished office)."""
    ts = sorted(ts, key=lambda t: (lo(t["since"]), hi(t["to"]) if t["to"] else datetime.date.max))
    if not ts:
        return ""
    end = lambda t: hi(t["to"]) if t["to"] else datetime.date.max
    last = max(ts, key=end)
    if last["to"] and not (oid in ABOLISHED and hi(last["to"]) >= datetime.date.fromisoformat(ABOLISHED[oid])):
        return ""
    start, reach = ts[0]["since"], ts[0]
    far = end(ts[0])
    for t in ts[1:]:
        gap = (lo(t["since"]) - far).days if far != datetime.date.max else 0
        days = len(reach["to"]) == 10 and len(t["since"]) == 10
        if gap > 1 and not (gap <= 41 and (vacant(reach["note"]) or vacant(t["note"]))) and not (gap <= 14 and days):
            start = t["since"]
        if end(t) >= far:
            far, reach = end(t), t
    return hi(start).isoformat() if len(start) < 10 else start


def q(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


def arr(a):
    return "[" + ", ".join(q(x) for x in a) + "]"


def date(d):
    return d if len(d) == 10 else q(d)


def jurisdiction(oid):
    p = oid.split("/")[0]
    return "CN" if p == "cn" else p


def office_record(oid):
    if oid in O:
        return O[oid]
    p, rest = oid.split("/")
    kind = "municipal" if p in MUNICIPALITIES else "regional" if p in REGIONS else "provincial"
    if rest == "party-secretary":
        return ("Party secretary", [], "", 1, 0, kind + "-party-secretary")
    if rest == "chief-executive":
        return ("Chief Executive", [], "", 1, 0, "chief-executive")
    title, role = {"municipal": ("Mayor", "municipal-mayor"), "regional": ("Chairman", "regional-chairman"),
                   "provincial": ("Governor", "provincial-governor")}[kind]
    return (title, [], "", 1, 0, role)


def write(out, persons, tenures):
    by_office = {}
    for t in tenures:
        by_office.setdefault(t["office"], []).append(t)
    L = ["# Written by converters/china.py; change the converter, not this file.", "[pack]", 'id = "cn-people"',
         'name = "China: officials"', "reviewed = " + REVIEWED, "attribution = " + q(ATTRIBUTION)]
    for pid in sorted(persons):
        p = persons[pid]
        L += ["", "[[person]]", "id = " + q(pid), "name = " + q(p["name"]), "native = " + q(p["native"]), "name-order = " + q(p["order"])]
        if p["aliases"]:
            L.append("aliases = " + arr(p["aliases"]))
        if p["wikidata"]:
            L.append("wikidata = " + q(p["wikidata"]))
        for t in p["tenures"]:
            L += ["[[person.tenure]]", "office = " + q(t["office"]), "from = " + date(t["since"])]
            if t["to"]:
                L.append("to = " + date(t["to"]))
            if t["acting"]:
                L.append("acting = true")
            if t["src"]:
                L.append("source = " + arr(t["src"]))
            else:
                L.append("checked = false")
    with open(os.path.join(out, "cn-people.toml"), "w", encoding="utf-8", newline="\n") as f:
        f.write("\n".join(L) + "\n")

    L = ["# Written by converters/china.py; change the converter, not this file.", "[pack]", 'id = "cn-offices"',
         'name = "China: offices"', "reviewed = " + REVIEWED, "attribution = " + q(ATTRIBUTION)]
    for r in sorted(ROLES):
        L += ["", "[[role]]", "id = " + q(r), "titles = " + arr(ROLES[r])]
    for oid in sorted(by_office):
        title, also, org, seats, rank, role = office_record(oid)
        L += ["", "[[office]]", "id = " + q(oid), "title = " + q(title)]
        if also:
            L.append("also = " + arr(also))
        if role:
            L.append("role = " + q(role))
        if org:
            L.append("organization = " + q(org))
        L.append("jurisdiction = " + q(jurisdiction(oid)))
        since = ""
        if seats:
            L.append("seats = %d" % seats)
            since = roster_since(oid, by_office[oid])
        elif oid in ROSTER:
            day, counts = ROSTER[oid]
            bad = []
            for d, n in counts.items():
                x = datetime.date.fromisoformat(d)
                m = len({t["native"] for t in by_office[oid] if lo(t["since"]) <= x and (not t["to"] or hi(t["to"]) >= x)
                         and not (t["to"] and len(t["to"]) == 7 and lo(t["to"]) <= x and hi(t["to"]) >= x and len(t["to"]) == 7)})
                if m != n:
                    bad.append("%s %d not %d" % (d, m, n))
            if bad:
                print("no roster-since for", oid, ";", ", ".join(bad))
            else:
                since = day
        if since:
            L.append("roster-since = " + since)
        if rank:
            L.append("rank = %d" % rank)
    with open(os.path.join(out, "cn-offices.toml"), "w", encoding="utf-8", newline="\n") as f:
        f.write("\n".join(L) + "\n")
    missing = [o for o in by_office if o.startswith("cn/") and o not in O]
    unused = [o for o in O if o not in by_office]
    for o in missing:
        print("office without record:", o)
    for o in unused:
        print("office without tenure, left out:", o)


def text(d):
    return "" if d is None else d.isoformat() if isinstance(d, datetime.date) else d


def check(out):
    with open(os.path.join(out, "cn-people.toml"), "rb") as f:
        people = tomllib.load(f)["person"]
    with open(os.path.join(out, "cn-offices.toml"), "rb") as f:
        off = tomllib.load(f)
    offices = {o["id"]: o for o in off["office"]}
    roles = {r["id"] for r in off["role"]}
    bad = 0
    if len(offices) != len(off["office"]) or len({p["id"] for p in people}) != len(people) or len(roles) != len(off["role"]):
        print("ERROR: an id occurs twice")
        bad += 1
    chains, prec, unchecked, n = {}, {10: 0, 7: 0, 4: 0}, 0, 0
    for p in people:
        for t in p["tenure"]:
            n += 1
            f, e = text(t["from"]), text(t.get("to"))
            if t["office"] not in offices:
                print("ERROR: unknown office", t["office"], p["id"])
                bad += 1
            if e and hi(e) < lo(f):
                print("ERROR: ends before it starts", p["id"], t["office"], f, e)
                bad += 1
            if not t.get("source") and t.get("checked") is not False:
                print("ERROR: no source", p["id"], t["office"])
                bad += 1
            unchecked += t.get("checked") is False
            for d in (f, e):
                if d:
                    prec[len(d)] += 1
            chains.setdefault(t["office"], []).append((f, e, p["id"], t.get("acting", False)))
    for o in offices.values():
        if o.get("role") and o["role"] not in roles:
            print("ERROR: unknown role", o["role"])
            bad += 1
    gaps = overlaps = 0
    for oid in sorted(offices):
        o = offices[oid]
        if o.get("seats") != 1:
            continue
        print("%s  (roster since %s)" % (oid, text(o.get("roster-since")) or "-"))
        far, farid = None, None
        for f, e, pid, acting in sorted(chains.get(oid, []), key=lambda c: (lo(c[0]), hi(c[1]) if c[1] else datetime.date.max)):
            if far is not None:
                g = (lo(f) - far).days if far != datetime.date.max else -9999
                if g > 1 and lo(f) >= datetime.date(2012, 1, 1):
                    print("    GAP %d days" % g)
                    gaps += 1
                if fare and farid != pid and lo(fare) > hi(f) and lo(fare) >= datetime.date(2012, 1, 1) or not fare and farid != pid:
                    print("    OVERLAP with", farid)
                    overlaps += 1
            if not e or hi(e) >= datetime.date(2012, 1, 1):
                print("    %-10s %-10s %s%s" % (f, e or "...", pid, " (acting)" if acting else ""))
            x = hi(e) if e else datetime.date.max
            if far is None or x >= far:
                far, farid, fare = x, pid, e
        if far is not None and far != datetime.date.max and oid not in ABOLISHED:
            print("    OPEN END after", far)
    print("%d people, %d offices, %d tenures; dates: %d days, %d months, %d years; %d unchecked; since 2012: %d gaps, %d overlaps; %d errors"
          % (len(people), len(offices), n, prec[10], prec[7], prec[4], unchecked, gaps, overlaps, bad))
    return bad


def main(argv):
    if len(argv) == 3 and argv[1] == "--check":
        return 1 if check(argv[2]) else 0
    if len(argv) == 3 and argv[1] == "--organizations":
        with open(os.path.join(argv[2], "cn-offices.toml"), "rb") as f:
            for x in sorted({o["organization"] for o in tomllib.load(f)["office"] if "organization" in o}):
                print(x)
        return 0
    if len(argv) != 3:
        print(__doc__)
        return 2
    persons, tenures = build(argv[1])
    write(argv[2], persons, tenures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
