package io.crosswalk.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of every sObject, one per line: {@code Name type(size) flags}. Flags: {@code
 * required}, {@code readonly}, {@code noupdate}, {@code formula}, {@code auto} (number), {@code
 * compound}, {@code virtual}, {@code in=Compound}, {@code values=Picklist}, {@code restricted},
 * {@code to=Type}, {@code external}, {@code unique}, {@code lookup} (idLookup), {@code defaulted},
 * {@code rich} (text), {@code nopermission} (the integration user may not write it).
 */
final class FieldCatalog {
    private static final String SYSTEM =
            """
            IsDeleted boolean readonly virtual label=Deleted
            CreatedDate datetime readonly defaulted required
            CreatedById reference to=User readonly defaulted required
            LastModifiedDate datetime readonly defaulted required
            LastModifiedById reference to=User readonly defaulted required
            SystemModstamp datetime readonly defaulted required label=System_Modstamp
            """;

    private static final String SHARED_CUSTOM =
            """
            Tier__c picklist values=Tier restricted
            Score__c double(6,2)
            Notes__c textarea(4000)
            """;

    private static final String CONTACT =
            """
            MasterRecordId reference to=Contact readonly
            AccountId reference to=Account
            LastName string(80) required in=Name
            FirstName string(40) in=Name
            Salutation picklist values=Salutation in=Name
            Name string(121) compound readonly defaulted required label=Full_Name
            $address Other
            $address Mailing
            Phone phone(40) label=Business_Phone
            Fax phone(40) label=Business_Fax
            MobilePhone phone(40)
            HomePhone phone(40)
            OtherPhone phone(40)
            AssistantPhone phone(40)
            ReportsToId reference to=Contact
            Email email(80) lookup
            Title string(128)
            Department string(80)
            AssistantName string(40)
            LeadSource picklist values=LeadSource
            Birthdate date
            Description textarea(32000)
            OwnerId reference to=User required defaulted
            HasOptedOutOfEmail boolean label=Email_Opt_Out
            HasOptedOutOfFax boolean label=Fax_Opt_Out
            DoNotCall boolean
            LastActivityDate date readonly
            EmailBouncedReason string(255)
            EmailBouncedDate datetime
            IsEmailBounced boolean readonly
            PhotoUrl url(255) readonly
            Jigsaw string(20)
            CleanStatus picklist values=CleanStatus restricted
            HubSpot_Contact_Id__c string(32) external unique lookup
            Full_Title__c string(1300) formula
            HubSpot_Rating__c string(40) nopermission
            Level__c picklist values=Level
            Newsletter_Opt_In__c boolean
            Interests__c multipicklist(4099) values=Interests
            Last_Visit__c datetime
            Contact_Number__c string(30) auto
            Secret_Code__c encryptedstring(20)
            Commission_Rate__c percent(5,2)
            Lifetime_Value__c currency(16,2)
            """;

    private static final String ACCOUNT =
            """
            MasterRecordId reference to=Account readonly
            Name string(255) required namefield label=Account_Name
            Type picklist values=AccountType label=Account_Type
            ParentId reference to=Account
            $address Billing
            $address Shipping
            Phone phone(40) label=Account_Phone
            Fax phone(40) label=Account_Fax
            AccountNumber string(40)
            Website url(255)
            PhotoUrl url(255) readonly
            Sic string(20) label=SIC_Code
            Industry picklist values=Industry
            AnnualRevenue currency(18,0)
            NumberOfEmployees int(8) label=Employees
            Ownership picklist values=Ownership
            TickerSymbol string(20)
            Description textarea(32000)
            Rating picklist values=Rating label=Account_Rating
            Site string(80) label=Account_Site
            OwnerId reference to=User required defaulted
            LastActivityDate date readonly
            AccountSource picklist values=LeadSource
            Jigsaw string(20)
            CleanStatus picklist values=CleanStatus restricted
            SicDesc string(80) label=SIC_Description
            NaicsCode string(8)
            YearStarted string(4)
            HubSpot_Company_Id__c string(32) external unique lookup
            Customer_Since__c date
            Active_Customer__c boolean
            Segments__c multipicklist(4099) values=Interests
            Discount__c percent(5,2)
            Profile__c textarea(32768) rich
            """;

    private static final String OPPORTUNITY =
            """
            AccountId reference to=Account
            IsPrivate boolean
            Name string(120) required namefield
            Description textarea(32000)
            StageName picklist values=StageName required label=Stage
            Amount currency(18,2)
            Probability percent(3,0) label=Probability_(%)
            ExpectedRevenue currency(18,2) formula label=Expected_Amount
            TotalOpportunityQuantity double(18,2) label=Quantity
            CloseDate date required
            Type picklist values=OpportunityType label=Opportunity_Type
            NextStep string(255)
            LeadSource picklist values=LeadSource
            IsClosed boolean readonly
            IsWon boolean readonly
            ForecastCategory picklist values=ForecastCategory readonly
            ForecastCategoryName picklist values=ForecastCategoryName
            OwnerId reference to=User required defaulted
            LastActivityDate date readonly
            LastStageChangeDate datetime readonly
            FiscalYear int(9) formula
            FiscalQuarter int(9) formula
            Fiscal string(6) formula label=Fiscal_Period
            ContactId reference to=Contact noupdate
            HubSpot_Deal_Id__c string(32) external unique lookup
            Competitors__c multipicklist(4099) values=Interests
            Kickoff__c datetime
            Budget_Confirmed__c boolean
            Loss_Reason__c textarea(255)
            """;

    private static final String USER =
            """
            Username string(80) required lookup
            LastName string(80) required in=Name
            FirstName string(40) in=Name
            Name string(121) compound readonly defaulted required label=Full_Name
            CompanyName string(80)
            Title string(80)
            Department string(80)
            Email email(128) required
            Phone phone(40)
            Alias string(8) required
            IsActive boolean
            TimeZoneSidKey picklist values=TimeZone restricted required
            LocaleSidKey picklist values=Locale restricted required
            LanguageLocaleKey picklist values=Language restricted required
            ManagerId reference to=User
            UserType string(40) readonly
            """;

    private static final String LEAD =
            """
            MasterRecordId reference to=Lead readonly
            LastName string(80) required in=Name
            FirstName string(40) in=Name
            Salutation picklist values=Salutation in=Name
            Name string(121) compound readonly defaulted required label=Full_Name
            Title string(128)
            Company string(255) required
            Email email(80) lookup
            Phone phone(40)
            Status picklist values=LeadStatus required
            LeadSource picklist values=LeadSource
            Industry picklist values=Industry
            OwnerId reference to=User required defaulted
            IsConverted boolean readonly
            """;

    private static final String ADDRESS =
            """
            $Street textarea(255) in=$Address
            $City string(40) in=$Address
            $State string(80) in=$Address label=$_State/Province
            $PostalCode string(20) in=$Address label=$_Zip/Postal_Code
            $Country string(80) in=$Address
            $Latitude double(18,15) in=$Address
            $Longitude double(18,15) in=$Address
            $GeocodeAccuracy picklist values=GeocodeAccuracy restricted in=$Address
            $Address address readonly
            """;

    private FieldCatalog() {}

    static List<SObject> types() {
        return List.of(
                type("Contact", "003", "Contacts", CONTACT + SHARED_CUSTOM),
                type("Account", "001", "Accounts", ACCOUNT + SHARED_CUSTOM),
                type("Opportunity", "006", "Opportunities", OPPORTUNITY + SHARED_CUSTOM),
                type("User", "005", "Users", USER),
                type("Lead", "00Q", "Leads", LEAD));
    }

    private static SObject type(String name, String prefix, String plural, String lines) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Id id label=" + name + "_ID lookup", 0));
        for (String line : (lines + SYSTEM).split("\n")) {
            if (line.startsWith("$address ")) {
                String kind = line.substring("$address ".length()).trim();
                for (String part : ADDRESS.replace("$", kind).split("\n")) {
                    fields.add(new Field(part, fields.size()));
                }
            } else if (!(name.equals("User") && line.startsWith("IsDeleted"))) {
                fields.add(new Field(line, fields.size()));
            }
        }
        return new SObject(name, prefix, plural, fields);
    }
}
