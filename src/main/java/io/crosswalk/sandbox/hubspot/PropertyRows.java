package io.crosswalk.sandbox.hubspot;

/**
 * What {@link StandardProperties} reads. Those that most records fill come first, which keeps
 * records small. Flags: {@code custom} (made by a user), {@code readonly}, {@code calculated},
 * {@code unique}, {@code hidden}, {@code owner} (refers to owners), {@code company} (refers to
 * companies), {@code fixedoptions} (HubSpot's own), {@code external} (kept elsewhere, and not
 * told).
 */
final class PropertyRows {
    static final String CONTACTS =
            """
            hs_object_id | Record ID | number | number | readonly
            createdate | Create Date | datetime | date | readonly
            lastmodifieddate | Last Modified Date | datetime | date | readonly
            email | Email | string | text | unique
            firstname | First Name | string | text |
            lastname | Last Name | string | text |
            phone | Phone Number | string | phonenumber |
            jobtitle | Job Title | string | text |
            hubspot_owner_id | Contact owner | enumeration | select | owner
            associatedcompanyid | Primary Associated Company ID | number | number | readonly company
            salesforcecontactid | Salesforce Contact ID | string | text |
            salutation | Salutation | string | text |
            mobilephone | Mobile Phone Number | string | phonenumber |
            address | Street Address | string | text |
            city | City | string | text |
            state | State/Region | string | text |
            zip | Postal Code | string | text |
            country | Country/Region | string | text |
            leadsource | Lead Source | enumeration | select | custom
            fax | Fax Number | string | phonenumber |
            birthday | Birthday | date | date | custom
            newsletter_optin | Newsletter opt-in | bool | booleancheckbox | custom
            interests | Interests | enumeration | checkbox | custom
            external_score | External score | number | number | custom
            last_visit | Last visit | datetime | date | custom
            notes_long | Notes | string | textarea | custom
            date_of_birth | Date of birth | string | text |
            company | Company Name | string | text |
            website | Website URL | string | text |
            industry | Industry | string | text |
            annualrevenue | Annual Revenue | string | text |
            numemployees | Number of Employees | string | text |
            message | Message | string | textarea |
            gender | Gender | string | text |
            degree | Degree | string | text |
            lifecyclestage | Lifecycle Stage | enumeration | radio | fixedoptions
            hs_lead_status | Lead Status | enumeration | radio |
            hs_language | Preferred language | string | text |
            hs_additional_emails | Additional email addresses | enumeration | checkbox | readonly
            hs_analytics_source | Original Source | enumeration | select | readonly fixedoptions
            hs_full_name_or_email | Full name or email | string | calculation_equation | calculated
            num_unique_conversion_events | Number of Unique Forms Submitted | number | number | readonly
            notes_last_updated | Last Activity Date | datetime | date | readonly
            salesforceaccountid | Salesforce Account ID | string | text |
            salesforceleadid | Salesforce Lead ID | string | text |
            preferred_owner | Preferred owner | enumeration | select | custom owner
            external_grade | External grade | string | calculation_equation | custom calculated
            signature_html | E-mail signature | string | html | custom
            odd_label | "Quoted" & <b>bold</b> 'label' | string | text | custom
            """;

    static final String COMPANIES =
            """
            hs_object_id | Record ID | number | number | readonly
            createdate | Create Date | datetime | date | readonly
            hs_lastmodifieddate | Last Modified Date | datetime | date | readonly
            name | Company name | string | text |
            domain | Company Domain Name | string | text |
            website | Website URL | string | text |
            phone | Phone Number | string | phonenumber |
            industry | Industry | enumeration | select |
            hubspot_owner_id | Company owner | enumeration | select | owner
            salesforceaccountid | Salesforce Account ID | string | text |
            type | Type | enumeration | select |
            numberofemployees | Number of Employees | number | number |
            annualrevenue | Annual Revenue | number | number |
            address | Street Address | string | text |
            city | City | string | text |
            state | State/Region | string | text |
            zip | Postal Code | string | text |
            country | Country/Region | string | text |
            description | Description | string | textarea |
            address2 | Street Address 2 | string | text |
            about_us | About Us | string | textarea |
            founded_year | Year Founded | string | text |
            is_public | Is Public | bool | booleancheckbox |
            lifecyclestage | Lifecycle Stage | enumeration | radio | fixedoptions
            hs_lead_status | Lead Status | enumeration | radio |
            linkedin_company_page | LinkedIn Company Page | string | text |
            twitterhandle | Twitter Handle | string | text |
            facebook_company_page | Facebook Company Page | string | text |
            timezone | Time Zone | string | text |
            total_money_raised | Total Money Raised | string | text |
            total_revenue | Total Revenue | number | number | readonly
            web_technologies | Web Technologies | string | text |
            hs_analytics_source | Original Source Type | enumeration | select | readonly fixedoptions
            num_associated_contacts | Number of Associated Contacts | number | number | readonly
            num_associated_deals | Number of Associated Deals | number | number | readonly
            hs_num_open_deals | Number of open deals | number | number | calculated
            """;

    static final String DEALS =
            """
            hs_object_id | Record ID | number | number | readonly
            createdate | Create Date | datetime | date | readonly
            hs_lastmodifieddate | Last Modified Date | datetime | date | readonly
            dealname | Deal Name | string | text |
            amount | Amount | number | number |
            closedate | Close Date | datetime | date |
            dealstage | Deal Stage | enumeration | radio | external
            hubspot_owner_id | Deal owner | enumeration | select | owner
            hs_primary_associated_company | Primary Associated Company | number | number | readonly company
            hs_salesforceopportunityid | Salesforce Opportunity ID | string | text |
            dealtype | Deal Type | enumeration | radio |
            description | Deal Description | string | textarea |
            hs_next_step | Next step | string | textarea |
            pipeline | Pipeline | enumeration | select | external
            hs_createdate | Object create date/time | datetime | date | readonly hidden
            hs_priority | Priority | enumeration | select |
            deal_currency_code | Currency | enumeration | select | external
            amount_in_home_currency | Amount in company currency | number | number | calculated
            hs_acv | Annual contract value | number | number |
            hs_arr | Annual recurring revenue | number | number |
            hs_mrr | Monthly recurring revenue | number | number |
            hs_tcv | Total contract value | number | number |
            hs_deal_stage_probability | Deal probability | number | number | percentage
            hs_forecast_amount | Forecast amount | number | number |
            hs_forecast_probability | Forecast probability | number | number |
            hs_manual_forecast_category | Forecast category | string | text |
            hs_projected_amount | Weighted amount | number | number | calculated
            hs_is_closed | Is Deal Closed? | bool | booleancheckbox | calculated
            hs_is_closed_won | Is Closed Won | bool | booleancheckbox | calculated
            closed_lost_reason | Closed Lost Reason | string | textarea |
            closed_won_reason | Closed Won Reason | string | textarea |
            days_to_close | Days to close | number | number | calculated
            num_associated_contacts | Number of Associated Contacts | number | number | readonly
            num_contacted_notes | Number of times contacted | number | number | readonly
            notes_last_updated | Last Activity Date | datetime | date | readonly
            hs_analytics_source | Original Traffic Source | enumeration | select | readonly fixedoptions
            """;

    private PropertyRows() {}
}
